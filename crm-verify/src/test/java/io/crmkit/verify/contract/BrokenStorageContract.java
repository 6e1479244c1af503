package io.crmkit.verify.contract;

import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.testkit.CrmStorageContract;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;

/** The contract for the broken storage that the run names; started by {@link BrokenStoragesTest} only. */
@ExtendWith(BrokenStorageContract.Chosen.class)
class BrokenStorageContract extends CrmStorageContract {
    static final String PARAMETER = "broken";

    private BrokenStorage subject = BrokenStorage.NONE;

    @Override
    protected CrmStorage createStorage() {
        return subject.create();
    }

    /** Tells the test which storage it is for. */
    static class Chosen implements TestInstancePostProcessor {
        @Override
        public void postProcessTestInstance(Object test, ExtensionContext context) {
            if (test instanceof BrokenStorageContract contract) {
                contract.subject = context.getConfigurationParameter(PARAMETER, BrokenStorage::valueOf)
                        .orElseThrow();
            }
        }
    }
}
