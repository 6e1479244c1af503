/** The stores: one row class for each table, one store for each of the SPI's. */
@NullMarked
package io.crmkit.storage.jpa.internal.store;

import org.jspecify.annotations.NullMarked;
