/** Phone numbers in one spelling; the only package that uses libphonenumber. */
@NullMarked
package io.crmkit.internal.phone;

import org.jspecify.annotations.NullMarked;
