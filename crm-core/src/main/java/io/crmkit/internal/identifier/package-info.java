/** What identifiers of wallets and transactions look like, and what must never be stored or searched as one. */
@NullMarked
package io.crmkit.internal.identifier;

import org.jspecify.annotations.NullMarked;
