package io.crmkit.verify.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of storages finds out every broken one, each for its own reason, and finds nothing at the intact one. */
class BrokenStoragesTest {
    /** All at once: most of a run is waiting. */
    private static final int THREADS = 4;

    private static Map<BrokenStorage, Future<ContractRun>> runs;

    @BeforeAll
    static void runTheContractForAll() {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        runs = new EnumMap<>(BrokenStorage.class);
        for (BrokenStorage each : BrokenStorage.values()) {
            runs.put(
                    each,
                    threads.submit(() -> ContractRun.of(
                            BrokenStorageContract.class, Map.of(BrokenStorageContract.PARAMETER, each.name()))));
        }
        threads.shutdown();
    }

    @Test
    void theIntactStorageIsGreen() throws Exception {
        ContractRun run = runs.get(BrokenStorage.NONE).get();

        assertThat(run.failed()).isEmpty();
        assertThat(run.passed()).hasSizeGreaterThan(200);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void everyBrokenStorageIsFoundOut(BrokenStorage broken) throws Exception {
        ContractRun run = runs.get(broken).get();

        assertThat(broken.foundOutBy()).isNotEmpty();
        assertThat(run.failed().keySet()).containsAll(broken.foundOutBy());
        assertThat(run.passed()).as("what is not broken").hasSizeGreaterThan(150);
    }
}
