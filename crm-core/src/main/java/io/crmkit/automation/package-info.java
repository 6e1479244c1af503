/** Rules: when something happens, or has waited long enough, and a condition holds, then act. All of it is data. */
@NullMarked
package io.crmkit.automation;

import org.jspecify.annotations.NullMarked;
