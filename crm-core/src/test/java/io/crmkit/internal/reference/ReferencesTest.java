package io.crmkit.internal.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.crmkit.internal.reference.Reference.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Only published examples of keys: nobody's money hangs on them. */
class ReferencesTest {
    private static final String DIGITS = "4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b";
    private static final String TRON = "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t";
    private static final References IRAN = new References(Optional.empty(), Optional.of("IR"));
    private static final References SHOP =
            new References(Optional.of(Pattern.compile("\\bWD-\\d{4,}\\b")), Optional.empty());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789012",
                "سفارش ۱۲۳۴۵۶۷۸۹۰۱۲ گم شد",
                "شمارهٔ ۱۲۳۴-۵۶۷۸-۹۰۱۲",
                "1234-5678-9012",
                "1234 5678 9012",
                "1234–5678–9012",
                "12\u200c34\u200f56789012",
                "ஆர்டர் ௧௨௩௪௫௬௭௮௯௦௧௨.",
                "🙂123456789012🙂",
                "𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗𝟎𝟏𝟐"
            })
    void aNumberIsTheSameHoweverItIsWritten(String text) {
        assertThat(valuesIn(SHOP, text, Kind.NUMBER)).contains("123456789012");
    }

    @ParameterizedTest
    @CsvSource({
        "tx 0x" + DIGITS + " pending, TRANSACTION, " + DIGITS,
        DIGITS + ", TRANSACTION, " + DIGITS,
        "https://etherscan.io/tx/0x" + DIGITS + ", TRANSACTION, " + DIGITS,
        "به " + TRON + " فرستادم, WALLET, " + TRON,
        "0xDAC17F958D2EE523A2206206994597C13D831EC7, WALLET, 0xdac17f958d2ee523a2206206994597c13d831ec7",
        "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4, WALLET, bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
        "تماس ۰۹۱۲ ۳۴۵ ۶۷۸۹ لطفا, PHONE, +989123456789",
        "+98 (912) 345-6789, PHONE, +989123456789",
        "see http://user@Phish.Example:8080/x, HOST, phish.example",
        "www.example.com., HOST, www.example.com",
        "ORD-123, NUMBER, ord123"
    })
    void eachKindHasOneWriting(String text, Kind kind, String value) {
        assertThat(valuesIn(IRAN, text, kind)).containsExactly(value);
    }

    @ParameterizedTest
    @CsvSource({
        "1234-5678, 12345678, <87654321",
        "+989123456789, 989123456789, <987654321989",
        "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t, TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t, <t6jLjgzSto8Lp4YZ8q8iCTGxQKejqHN7RT"
    })
    void aReferenceIsNamedFromBothEnds(String text, String name, String reversed) {
        assertThat(IRAN.in(text).get(0).names()).containsExactlyInAnyOrder(name, reversed);
        assertThat(Reference.reversed("678")).isEqualTo("<876");
    }

    @Test
    void aHostIsNamedOnce() {
        assertThat(IRAN.in("https://Example.com/").get(0).names()).containsExactly("example.com");
    }

    @Test
    void whatTheHostCallsAnOrderIsOneAndNoOtherNumber() {
        assertThat(SHOP.in("WD-98100 و AB-98100"))
                .extracting(Reference::kind, Reference::value)
                .containsExactly(
                        tuple(Kind.ORDER, "wd98100"), tuple(Kind.NUMBER, "98100"), tuple(Kind.NUMBER, "ab98100"));
    }

    @Test
    void aWalletInTheWrongCaseIsNotTheWallet() {
        assertThat(valuesIn(SHOP, TRON.toLowerCase(Locale.ROOT), Kind.WALLET)).isEmpty();
        assertThat(valuesIn(SHOP, "So11111111111111111111111111111111111111112", Kind.NUMBER))
                .containsExactly("So11111111111111111111111111111111111111112");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "private key 0x" + DIGITS,
                "کليد خصوصي " + DIGITS,
                "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ",
                "key-KwdMAjGmerYanjeui5SHS7JkmpZvVipYvB2LJGU1ZxJwYvP98617",
                "seed 4a5e1e4baab89f3a32518a88c31bc87f-618f76673e2cc77ab2127b7afdeda33b",
                "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about"
            })
    void keysToMoneyAreNoReferences(String text) {
        assertThat(IRAN.in(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "سلام", "1234", "abcde", "ab12c", "v1.2", "🙂🙂", "\ud835", "http://", "www."})
    void whatNobodyLooksForIsNone(String text) {
        assertThat(IRAN.in(text)).isEmpty();
    }

    @Test
    void placesAreThoseOfTheTextAsWritten() {
        String text = "🙂 ش\u200cماره ۱۲\u200c۳۴-𝟓𝟔𝟕𝟖 است";

        Reference reference = SHOP.in(text).get(0);

        assertThat(text.substring(reference.start(), reference.end())).isEqualTo("۱۲\u200c۳۴-𝟓𝟔𝟕𝟖");
        assertThat(reference.value()).isEqualTo("12345678");
        assertThat(reference).hasToString("Reference[NUMBER]");
    }

    @Test
    void aTextFullOfNumbersIsBounded() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            many.append("x").append(100_000 + i).append(' ');
        }

        assertThat(IRAN.in(many.toString())).hasSize(References.MOST);
        assertThat(IRAN.in("1 ".repeat(50_000))).hasSizeLessThanOrEqualTo(References.MOST);
        assertThat(IRAN.in("1" + " ".repeat(50_000) + "2-".repeat(50_000))).hasSizeLessThanOrEqualTo(References.MOST);
    }

    private static List<String> valuesIn(References references, String text, Kind kind) {
        return references.in(text).stream()
                .filter(reference -> reference.kind() == kind)
                .map(Reference::value)
                .toList();
    }
}
