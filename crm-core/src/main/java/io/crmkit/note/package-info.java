/** Notes: what agents write down about customers, orders, tickets and transactions, for each other only. */
@NullMarked
package io.crmkit.note;

import org.jspecify.annotations.NullMarked;
