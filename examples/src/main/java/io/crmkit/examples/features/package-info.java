/** One small program for each feature; none needs anything installed. */
@NullMarked
package io.crmkit.examples.features;

import org.jspecify.annotations.NullMarked;
