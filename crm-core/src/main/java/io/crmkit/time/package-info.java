/** Ranges of time. */
@NullMarked
package io.crmkit.time;

import org.jspecify.annotations.NullMarked;
