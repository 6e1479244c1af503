package io.crmkit.internal.identifier;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Recovery phrases of BIP-39 in its English words, told from sentences by their checksum. */
final class RecoveryPhrases {
    private static final int[] LENGTHS = {12, 15, 18, 21, 24};
    private static final Pattern DIVIDERS = Pattern.compile("[^a-z]+");
    private static final int BITS = 11;
    /** Twelve words of three letters, and what stands between them. */
    private static final int SHORTEST = 12 * 3 + 11;

    /** The list that BIP-39 publishes, a word a line, in its order. */
    private static final Map<String, Integer> WORDS = words("bip39-english.txt");

    private RecoveryPhrases() {}

    /** Whether some of the text's words, one after the other and whatever stands between them, are a phrase. */
    static boolean isIn(String text) {
        if (text.length() < SHORTEST) {
            return false;
        }
        List<Integer> numbers = DIVIDERS.splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .map(word -> WORDS.getOrDefault(word, -1))
                .toList();
        for (int length : LENGTHS) {
            for (int from = 0; from + length <= numbers.size(); from++) {
                if (isPhrase(numbers.subList(from, from + length))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Of every 33 bits 32 are the secret, and the rest begins its hash. */
    private static boolean isPhrase(List<Integer> numbers) {
        if (numbers.contains(-1)) {
            return false;
        }
        BigInteger all = BigInteger.ZERO;
        for (int number : numbers) {
            all = all.shiftLeft(BITS).or(BigInteger.valueOf(number));
        }
        int check = numbers.size() * BITS / 33;
        byte[] secret = new byte[check * 4];
        BigInteger rest = all.shiftRight(check);
        for (int i = secret.length - 1; i >= 0; i--) {
            secret[i] = rest.byteValue();
            rest = rest.shiftRight(8);
        }
        int expected = (Sha256.of(secret)[0] & 0xff) >>> (8 - check);
        return expected == (all.intValue() & ((1 << check) - 1));
    }

    private static Map<String, Integer> words(String resource) {
        Map<String, Integer> words = new HashMap<>();
        InputStream stream = Objects.requireNonNull(RecoveryPhrases.class.getResourceAsStream(resource), resource);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII))) {
            reader.lines().forEach(word -> words.put(word, words.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(words);
    }
}
