/** What tests counted, where people see it. */
@NullMarked
package io.crmkit.figures;

import org.jspecify.annotations.NullMarked;
