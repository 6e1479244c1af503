package io.crmkit.internal.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalIdentifierTest {
    private static final String TRANSACTION = "4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b";

    @ParameterizedTest
    @CsvSource({
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed, 0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed",
        "0X5AAEB6053F3E94C9B9A09F33669435E7EF1BEAED, 0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed",
        "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4, bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
        "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t, TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t",
        "Ord-۱۲۳, Ord-123",
        "' U-௧\u200c ', U-1"
    })
    void theCaseIsLoweredOnlyWhereItMakesNoDifference(String raw, String canonical) {
        assertThat(CanonicalIdentifier.of(raw)).contains(canonical);
        assertThat(CanonicalIdentifier.of(canonical)).contains(canonical);
    }

    @Test
    void transactionsAreTheSameInUpperCase() {
        assertThat(CanonicalIdentifier.of(TRANSACTION.toUpperCase(java.util.Locale.ROOT)))
                .contains(TRANSACTION);
        assertThat(CanonicalIdentifier.of("0x" + TRANSACTION.toUpperCase(java.util.Locale.ROOT)))
                .contains("0x" + TRANSACTION);
    }

    @Test
    void nothingIsNoIdentifier() {
        assertThat(CanonicalIdentifier.of(" \u200c ")).isEmpty();
        assertThat(CanonicalIdentifier.of("a\u0001b")).isEmpty();
    }
}
