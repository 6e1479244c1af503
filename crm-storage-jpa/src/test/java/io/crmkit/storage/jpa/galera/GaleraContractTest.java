package io.crmkit.storage.jpa.galera;

import io.crmkit.storage.jpa.DatabaseContract;
import org.junit.jupiter.api.Tag;

/** Through one node: which of two writers waits is a rule of one node, what both leave behind is one of all. */
@Tag("galera")
class GaleraContractTest extends DatabaseContract {
    GaleraContractTest() {
        super(Galera.shared().newDatabase(2), "", "crm_");
    }
}
