/** Customers out of a CSV file. */
@NullMarked
package io.crmkit.examples.imports;

import org.jspecify.annotations.NullMarked;
