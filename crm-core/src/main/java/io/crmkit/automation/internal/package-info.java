/** Evaluates rules: at once for events, later for what becomes due. */
@NullMarked
package io.crmkit.automation.internal;

import org.jspecify.annotations.NullMarked;
