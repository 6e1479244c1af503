package io.crmkit.internal.identifier;

import io.crmkit.internal.text.Folding;
import io.crmkit.internal.text.Identifiers;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Keys to money that people paste where they do not belong: recovery phrases of BIP-39, private keys in wallet import
 * format, extended private keys, and 64 hexadecimal digits beside words that call them a key. Without such words 64
 * digits are a transaction's id, which agents need.
 */
public final class Secrets {
    private static final Pattern TOKEN = Pattern.compile("[0-9A-Za-z]{40,}");
    private static final Pattern KEY_DIGITS = Pattern.compile("(0x)?[0-9a-fA-F]{64}");
    private static final List<String> KEY_WORDS = List.of(
            "private key",
            "privatekey",
            "priv key",
            "privkey",
            "secret",
            "seed",
            "mnemonic",
            Folding.fold("کلید خصوصی"),
            Folding.fold("کلید محرمانه"),
            Folding.fold("عبارت بازیابی"),
            Folding.fold("தனிப்பட்ட விசை"),
            Folding.fold("தனி விசை"),
            Folding.fold("இரகசிய விசை"));
    /** A phrase has twelve words of at least three letters, keys are longer. */
    private static final int SHORTEST = 40;

    private static final int WIF = 0x80;
    private static final int KEY = 32;
    private static final int EXTENDED = 78;
    private static final byte[] EXTENDED_PRIVATE = {0x04, (byte) 0x88, (byte) 0xad, (byte) 0xe4};

    private Secrets() {}

    /** Whether a secret stands somewhere in the text. */
    public static boolean isIn(String text) {
        if (text.length() < SHORTEST) {
            return false;
        }
        String visible = Folding.digits(Identifiers.withoutFormatCharacters(text));
        boolean called = isCalled(visible);
        return TOKEN.matcher(visible).results().map(MatchResult::group).anyMatch(token -> isKey(token, called))
                || RecoveryPhrases.isIn(visible);
    }

    /** Whether a word that calls something a key stands in the text. */
    public static boolean isCalled(String text) {
        return KEY_WORDS.stream().anyMatch(Folding.fold(text)::contains);
    }

    /**
     * Whether a word is a key.
     *
     * @param called whether it stands in a text that {@link #isCalled} calls a key
     */
    public static boolean isKey(String token, boolean called) {
        return (called && KEY_DIGITS.matcher(token).matches())
                || Base58.checked(token).filter(Secrets::isPrivate).isPresent();
    }

    private static boolean isPrivate(byte[] bytes) {
        boolean wif = (bytes[0] & 0xff) == WIF
                && (bytes.length == KEY + 1 || (bytes.length == KEY + 2 && bytes[KEY + 1] == 1));
        return wif || (bytes.length == EXTENDED && startsWith(bytes, EXTENDED_PRIVATE));
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        for (int i = 0; i < start.length; i++) {
            if (bytes[i] != start[i]) {
                return false;
            }
        }
        return true;
    }
}
