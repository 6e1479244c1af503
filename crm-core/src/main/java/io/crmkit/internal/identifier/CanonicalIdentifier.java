package io.crmkit.internal.identifier;

import io.crmkit.internal.text.Identifiers;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one writing of an identifier by which it is looked up. Never lowers the case of what it does not know: in Base58
 * that would join different wallets.
 */
public final class CanonicalIdentifier {
    /** Addresses and transactions of Ethereum, transactions of Bitcoin and of those like it. */
    private static final Pattern HEX = Pattern.compile("0x[0-9a-f]{40}|(0x)?[0-9a-f]{64}", Pattern.CASE_INSENSITIVE);

    private CanonicalIdentifier() {}

    /**
     * Gives the canonical form: without invisible characters and outer blanks, digits of all scripts as ASCII,
     * hexadecimal addresses and transaction ids in lower case, also where the case is a wrong checksum, Bech32 addresses
     * in lower case, all else in its own case. Empty when nothing is left or a control character stands inside.
     */
    public static Optional<String> of(String raw) {
        return Identifiers.normalise(raw).map(CanonicalIdentifier::inItsCase);
    }

    private static String inItsCase(String value) {
        return HEX.matcher(value).matches() || Bech32.of(value).isPresent() ? value.toLowerCase(Locale.ROOT) : value;
    }
}
