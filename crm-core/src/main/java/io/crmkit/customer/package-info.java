/** The customer directory: who the host's customers are, how to reach them, what is known of them. */
@NullMarked
package io.crmkit.customer;

import org.jspecify.annotations.NullMarked;
