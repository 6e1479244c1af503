/** Bringing customers in from files of other systems. */
@NullMarked
package io.crmkit.imports;

import org.jspecify.annotations.NullMarked;
