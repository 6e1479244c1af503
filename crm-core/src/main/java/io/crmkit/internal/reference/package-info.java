/** What texts refer to: transactions, wallets, orders, telephones, hosts. */
@NullMarked
package io.crmkit.internal.reference;

import org.jspecify.annotations.NullMarked;
