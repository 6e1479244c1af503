/** How customers are kept, found, masked and told apart over time. */
@NullMarked
package io.crmkit.customer.internal;

import org.jspecify.annotations.NullMarked;
