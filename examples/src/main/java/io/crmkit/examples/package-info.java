/** Runnable examples, one for each feature. */
@NullMarked
package io.crmkit.examples;

import org.jspecify.annotations.NullMarked;
