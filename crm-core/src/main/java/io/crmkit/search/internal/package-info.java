/** The search over all kinds of records, inside. */
@NullMarked
package io.crmkit.search.internal;

import org.jspecify.annotations.NullMarked;
