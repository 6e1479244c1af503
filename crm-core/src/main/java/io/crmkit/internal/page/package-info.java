/** Turns page requests into slices of the storage, and what comes back into pages. */
@NullMarked
package io.crmkit.internal.page;

import org.jspecify.annotations.NullMarked;
