/** Connections, transactions and the failures of databases. */
@NullMarked
package io.crmkit.storage.jpa.internal.sql;

import org.jspecify.annotations.NullMarked;
