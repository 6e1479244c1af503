/** A lost order is found by its tracking number. */
@NullMarked
package io.crmkit.examples.lostorder;

import org.jspecify.annotations.NullMarked;
