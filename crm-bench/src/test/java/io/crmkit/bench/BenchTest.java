package io.crmkit.bench;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchTest {
    @Test
    void moreCustomersThanTheHeapHoldsAreRefusedBeforeAnyIsLoaded() {
        assertThatExceptionOfType(Bench.WrongOption.class)
                .isThrownBy(() -> Bench.checkHeap(12_000_000_000L, 6_000_000_000L))
                .withMessage(
                        "So many customers need 12.0 GB of the heap, and there are 6.0: start java with -Xmx13g, or"
                                + " search in a database, with --compared 0");
        assertThatNoException().isThrownBy(() -> Bench.checkHeap(1_200_000_000, 2_000_000_000));
    }

    @ParameterizedTest
    @CsvSource({
        "search --customers abc, 'abc is no number that can be meant, such as 100000'",
        "search --customers, --customers needs a value",
        "search --storage oracle --customers 100, '--storage is memory, postgresql, mariadb or h2'",
        "compare --customers 100 --seconds x, 'x is no number that can be meant, such as 100000'",
        "'search --customers 10,000', '--customers is one number or several, each from 100 on: 10000,100000'",
        "'search --customers ,', '--customers is one number or several, each from 100 on: 10000,100000'",
        "search --customer 10000, '--customer is no option; without words all of them are told'",
        "ftp --host --port 21, --host needs a value",
    })
    void whatIsNoOptionIsToldInALine(String line, String message) {
        assertThatExceptionOfType(Bench.WrongOption.class)
                .isThrownBy(() -> Bench.run(Arrays.asList(line.split(" "))))
                .withMessage(message);
    }
}
