/** How much one actor may do in a time: what a limiter implements, and the settings of the shipped one. */
@NullMarked
package io.crmkit.spi.limit;

import org.jspecify.annotations.NullMarked;
