package io.crmkit.verify.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.spi.file.FileStore;
import io.crmkit.testkit.FileStoreContract;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of file stores finds out every broken one by the rules that it breaks, and the intact one by none. */
class BrokenFileStoresTest {
    @ParameterizedTest
    @EnumSource
    void everyBrokenFileStoreIsFoundOutAndTheIntactOneIsNot(BrokenFileStore broken) {
        ContractRun run = ContractRun.of(Chosen.class, Map.of(Chosen.PARAMETER, broken.name()));

        TreeSet<String> expected = new TreeSet<>();
        broken.foundOutBy().forEach(rule -> expected.add("Chosen." + rule));
        assertThat(run.failed().keySet()).containsAll(expected);
        assertThat(run.failed().isEmpty()).isEqualTo(broken == BrokenFileStore.NONE);
        assertThat(run.passed()).as("what is not broken").hasSizeGreaterThan(5);
    }

    /** The contract for the file store that the run names. */
    @ExtendWith(Chosen.Naming.class)
    static class Chosen extends FileStoreContract {
        static final String PARAMETER = "broken";

        private BrokenFileStore subject = BrokenFileStore.NONE;

        @Override
        protected FileStore createStore() {
            return subject.create();
        }

        /** Tells the test which store it is for. */
        static class Naming implements TestInstancePostProcessor {
            @Override
            public void postProcessTestInstance(Object test, ExtensionContext context) {
                ((Chosen) test).subject = context.getConfigurationParameter(PARAMETER, BrokenFileStore::valueOf)
                        .orElse(BrokenFileStore.NONE);
            }
        }
    }
}
