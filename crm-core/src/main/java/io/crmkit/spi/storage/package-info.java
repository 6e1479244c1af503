/**
 * What an adapter author needs to keep the CRM's records. Stores are dumb: no permissions, no clock, no events, no
 * folding of text. The core hands over search texts and the reach of the caller, and adapters apply them in their
 * queries. Every sentence here is tested by {@code CrmStorageContract} of crm-testkit.
 */
@NullMarked
package io.crmkit.spi.storage;

import org.jspecify.annotations.NullMarked;
