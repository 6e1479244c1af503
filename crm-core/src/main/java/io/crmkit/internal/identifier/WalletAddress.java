package io.crmkit.internal.identifier;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address whose network can be told from its form.
 *
 * @param network its network
 * @param canonical the one writing by which addresses are equal: the case of Base58 is kept, since it tells addresses
 *     apart; of hexadecimal and Bech32 it is lowered, since there it does not
 */
public record WalletAddress(Network network, String canonical) {
    /** Networks whose addresses carry a checksum. */
    public enum Network {
        /** Bitcoin, main and test network. */
        BITCOIN,
        /** Litecoin. */
        LITECOIN,
        /** Dogecoin. */
        DOGECOIN,
        /** Ethereum and all networks with its addresses. */
        ETHEREUM,
        /** Tron. */
        TRON
    }

    private static final int HASH = 20;
    private static final Pattern HEX = Pattern.compile("0x[0-9a-fA-F]{40}");
    private static final Map<Integer, Network> VERSIONS = Map.of(
            0x00, Network.BITCOIN,
            0x05, Network.BITCOIN,
            0x6f, Network.BITCOIN,
            0xc4, Network.BITCOIN,
            0x30, Network.LITECOIN,
            0x32, Network.LITECOIN,
            0x1e, Network.DOGECOIN,
            0x16, Network.DOGECOIN,
            0x41, Network.TRON);
    private static final Map<String, Network> PREFIXES =
            Map.of("bc", Network.BITCOIN, "tb", Network.BITCOIN, "ltc", Network.LITECOIN);

    /**
     * Reads an address; empty if the form is none of these or the checksum does not fit. Hexadecimal in one case has no
     * checksum (EIP-55), and is taken as it is.
     */
    public static Optional<WalletAddress> of(String text) {
        if (HEX.matcher(text).matches()) {
            return isChecked(text.substring(2))
                    ? Optional.of(new WalletAddress(Network.ETHEREUM, text.toLowerCase(Locale.ROOT)))
                    : Optional.empty();
        }
        Optional<WalletAddress> witness = Bech32.of(text)
                .filter(Bech32::isWitness)
                .flatMap(address -> Optional.ofNullable(PREFIXES.get(address.prefix())))
                .map(network -> new WalletAddress(network, text.toLowerCase(Locale.ROOT)));
        return witness.or(() -> Base58.checked(text)
                .filter(bytes -> bytes.length == HASH + 1)
                .flatMap(bytes -> Optional.ofNullable(VERSIONS.get(bytes[0] & 0xff)))
                .map(network -> new WalletAddress(network, text)));
    }

    /** Whether the case of the letters is the checksum of EIP-55, or there is none. */
    private static boolean isChecked(String digits) {
        String lower = digits.toLowerCase(Locale.ROOT);
        if (digits.equals(lower) || digits.equals(digits.toUpperCase(Locale.ROOT))) {
            return true;
        }
        byte[] hash = Keccak256.of(lower.getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < digits.length(); i++) {
            boolean upper = ((hash[i / 2] >>> (i % 2 == 0 ? 4 : 0)) & 0xf) >= 8;
            char expected = upper ? Character.toUpperCase(lower.charAt(i)) : lower.charAt(i);
            if (digits.charAt(i) != expected) {
                return false;
            }
        }
        return true;
    }
}
