/** Customers and what people type, in; whether each was found, and why, out. */
@NullMarked
package io.crmkit.examples.find;

import org.jspecify.annotations.NullMarked;
