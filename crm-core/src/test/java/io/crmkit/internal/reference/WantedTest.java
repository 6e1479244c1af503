package io.crmkit.internal.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.text.MatchedBy;
import io.crmkit.text.TextMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is meant by what was typed, and the part of a text that shows it. */
class WantedTest {
    private static final String HASH = "4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b";
    private static final String FAMILY = "👨‍👩‍👧";
    private static final References REFERENCES = new References(Optional.empty(), Optional.of("IR"));

    @ParameterizedTest
    @CsvSource({
        "1234-5678 9012, 123456789012",
        "کد رهگیری: ۱۲۳۴-۵۶۷۸ ۹۰۱۲, 123456789012",
        "WD-12345, wd12345",
        "0X" + HASH + ", " + HASH,
        "+98 912 345 6789, 989123456789",
        "Phish.Example, phish.example",
        "https://phish.example/tx, phish.example",
        "98, 98",
        "'(12345)', 12345"
    })
    void theOneWritingIsLookedForExactly(String typed, String name) {
        assertThat(Wanted.of(typed, REFERENCES)
                        .named(MatchedBy.REFERENCE)
                        .orElseThrow()
                        .names())
                .contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"علی رضایی", "برداشت 12 نشد", "WD 12345 or 67890 12345678", "கவிதா"})
    void wordsAroundANumberAreNoNames(String typed) {
        assertThat(Wanted.of(typed, REFERENCES)
                        .named(MatchedBy.REFERENCE)
                        .map(match -> match.names())
                        .orElseGet(Set::of))
                .as("of several references the longest")
                .isSubsetOf("6789012345678");
    }

    @Test
    void beginningsTakeFiveCharactersAndEndsFour() {
        Wanted four = Wanted.of("1234", REFERENCES);
        Wanted five = Wanted.of("12345", REFERENCES);

        assertThat(four.named(MatchedBy.BEGINNING)).isEmpty();
        assertThat(four.named(MatchedBy.ENDING).orElseThrow().names()).containsExactly("<4321");
        assertThat(five.named(MatchedBy.BEGINNING).orElseThrow().names()).containsExactly("12345");
        assertThat(Wanted.of("123", REFERENCES).named(MatchedBy.ENDING)).isEmpty();
        assertThat(five.named(MatchedBy.WORDS)).isEmpty();
    }

    @Test
    void transactionsAreKnownWithAndWithoutThePrefix() {
        assertThat(Wanted.of(HASH, REFERENCES).writings()).contains(HASH, "0x" + HASH);
        assertThat(Wanted.of("12345", REFERENCES).writings()).containsExactly("12345");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ",
                "legal winner thank year wave sausage worth useful legal winner thank yellow",
                "seed: " + HASH
            })
    void nothingIsMeantByAKeyToMoney(String typed) {
        Wanted wanted = Wanted.of(typed, REFERENCES);

        assertThat(wanted.named(MatchedBy.REFERENCE)).isEmpty();
        assertThat(wanted.words()).isEmpty();
        assertThat(wanted.writings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x ", "کی ", "தொடர்பு கொண்டார் ", FAMILY + " ", FAMILY, "🇮🇷", "e\u0301 "})
    void snippetsAreCutBetweenCharactersAndShowWhatWasFound(String around) {
        for (int before : List.of(0, 1, 30, 39, 40, 41, 100, 700)) {
            String text = around.repeat(before) + " ۱۲۳۴-۵۶۷۸ " + around.repeat(300);

            TextMatch match = Wanted.of("12345678", REFERENCES)
                    .in(text, List.of(), MatchedBy.REFERENCE)
                    .orElseThrow();

            String snippet = match.snippet();
            assertThat(snippet.substring(match.from(), match.to())).isEqualTo("۱۲۳۴-۵۶۷۸");
            assertThat(characters(snippet))
                    .as("characters, beside the ellipsis")
                    .isLessThanOrEqualTo(141);
            String plain = snippet.replaceAll("^…|…$", "");
            assertThat(text).contains(plain);
            assertThat(borders(text)).contains(text.indexOf(plain));
        }
    }

    @Test
    void aTextThatDoesNotNameItIsNoMatch() {
        Wanted wanted = Wanted.of("12345678", REFERENCES);

        assertThat(wanted.in("about 1234567", List.of(), MatchedBy.REFERENCE)).isEmpty();
        assertThat(wanted.in("no number", List.of("12-345-678"), MatchedBy.REFERENCE)
                        .orElseThrow())
                .isEqualTo(new TextMatch(MatchedBy.REFERENCE, "12-345-678", 0, 10));
    }

    private static int characters(String text) {
        Matcher matcher = Pattern.compile("\\X").matcher(text);
        int count = 0;
        while (matcher.find()) {
            count++;
        }
        return count;
    }

    private static List<Integer> borders(String text) {
        List<Integer> borders = new ArrayList<>(List.of(0));
        Matcher matcher = Pattern.compile("\\X").matcher(text);
        while (matcher.find()) {
            borders.add(matcher.end());
        }
        return borders;
    }
}
