/** Makes ids. */
@NullMarked
package io.crmkit.internal.id;

import org.jspecify.annotations.NullMarked;
