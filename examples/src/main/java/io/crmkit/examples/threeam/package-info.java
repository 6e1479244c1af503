/** A night at a support desk, told and checked step by step. */
@NullMarked
package io.crmkit.examples.threeam;

import org.jspecify.annotations.NullMarked;
