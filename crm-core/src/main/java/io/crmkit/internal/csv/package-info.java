/** Comma separated tables, safe to open in a spreadsheet; the only package that uses fastcsv. */
@NullMarked
package io.crmkit.internal.csv;

import org.jspecify.annotations.NullMarked;
