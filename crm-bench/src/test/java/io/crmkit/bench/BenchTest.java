package io.crmkit.bench;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;

class BenchTest {
    @Test
    void moreCustomersThanTheHeapHoldsAreRefusedBeforeAnyIsLoaded() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bench.checkHeap(1_000_000, 6_000_000_000L))
                .withMessage("1,000,000 customers on the heap need 12.0 GB of it, and there are 6.0: start java with"
                        + " -Xmx13g, or search in a database with --compared 0");
        assertThatNoException().isThrownBy(() -> Bench.checkHeap(100_000, 2_000_000_000L));
    }
}
