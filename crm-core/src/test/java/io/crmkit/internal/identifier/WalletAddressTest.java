package io.crmkit.internal.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WalletAddressTest {
    @ParameterizedTest
    @CsvSource({
        "BITCOIN, 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
        "BITCOIN, 3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy",
        "BITCOIN, bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
        "BITCOIN, bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
        "LITECOIN, LM2WMpR1Rp6j3Sa59cMXMs1SPzj9eXpGc1",
        "DOGECOIN, DH5yaieqoZN36fDVciNyRueRGvGLR3mr7L",
        "TRON, TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t",
        "TRON, TJRabPrwbZy45sbavfcjinPJC18kjpRTv8"
    })
    void theNetworkIsToldByTheForm(WalletAddress.Network network, String address) {
        assertThat(WalletAddress.of(address)).contains(new WalletAddress(network, address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
                "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
                "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
                "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb",
                "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed",
                "0x5AAEB6053F3E94C9B9A09F33669435E7EF1BEAED"
            })
    void theCaseOfHexadecimalIsAChecksumAndNoDifference(String address) {
        assertThat(WalletAddress.of(address))
                .contains(new WalletAddress(WalletAddress.Network.ETHEREUM, address.toLowerCase(Locale.ROOT)));
    }

    @Test
    void bech32InUpperCaseIsTheSameAddress() {
        assertThat(WalletAddress.of("BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4"))
                .isEqualTo(WalletAddress.of("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb",
                "1a1zp1ep5qgefi2dmptftl5slmv7divfna",
                "tR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t",
                "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6",
                "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5",
                "bc1qW508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
                "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1Beaed",
                "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe",
                "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ",
                "ali.rezaei@example.com"
            })
    void whatIsWrongByOneLetterOrItsCaseIsNone(String text) {
        assertThat(WalletAddress.of(text)).isEmpty();
    }

    @Test
    void keccakPadsAsEthereumDoes() {
        assertThat(HexFormat.of().formatHex(Keccak256.of(new byte[0])))
                .isEqualTo("c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
        assertThat(HexFormat.of().formatHex(Keccak256.of("abc".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo("4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45");
        assertThat(Keccak256.of(new byte[136])).isNotEqualTo(Keccak256.of(new byte[135]));
    }
}
