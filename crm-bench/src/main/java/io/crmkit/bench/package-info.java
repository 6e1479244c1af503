/** What the library costs beside hand-written JDBC on the same tables. */
@NullMarked
package io.crmkit.bench;

import org.jspecify.annotations.NullMarked;
