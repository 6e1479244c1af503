/** Reports with published formulas: each result says how it was computed, from when to when, in which zone, from how many samples. */
@NullMarked
package io.crmkit.report;

import org.jspecify.annotations.NullMarked;
