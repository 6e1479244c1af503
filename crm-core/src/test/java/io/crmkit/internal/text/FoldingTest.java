package io.crmkit.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

    private static final List<String> TEXTS = List.of(
            "کد رهگیری: ۱۲۳۴-۵۶۷۸ ۹۰۱۲ برای علی\u200cرضا كريمي",
            "سفارش TRK-1234-5678 9012 را بررسی کنید؛ تلفن ۰۹۱۲ ۳۴۵ ۶۷۸۹",
            "مُحَمّد و آرش، رئیسی؛ مؤمن ۀ ـعلیـ",
            "கொண்டு வந்த எண் ௧௨௩௪-௫௬௭௮, க்ஷ ஸ்ரீ",
            "José Łukasz Strauß İSTANBUL ΟΔΟΣ 1\u20112\u20133 — end",
            "tx 0xAB12-34 98  76\u00a054, then 5-6-7-8x 12 -34--56",
            "emoji 👨\u200d👩\u200d👧 1 2 3 🇮🇷 no-12-no 3 no");

    @ParameterizedTest
    @CsvSource({
        "علی\u200cرضا كريمي, علیرضا کریمی",
        "مَحمّد, محمد",
        "ـعلیـ, علی",
        "آرش, ارش",
        "رئیسی, رییسی",
        "مؤمن, مومن",
        "ۀ, ه",
        "خانهٔ, خانه",
        "ﻋﻠﯽ, علی",
        "ٱلله, الله",
        "شیء, شی",
        "فاطمة, فاطمه",
        "موسى, موسی",
        "ڪتاب, کتاب",
        "کتاب ہندی, کتاب هندی",
        "கொண்டு, கொண்டு",
        "தமிழ், தமிழ்",
        "க\u0bc6\u0bbeண்டு, கொண்டு",
        "क्षत्रिय, क्षत्रिय",
        "José, jose",
        "Łukasz, lukasz",
        "Strauß STRAUẞ, strauss strauss",
        "İstanbul ISPARTA ısparta, istanbul isparta isparta",
        "Søren Đorđe, soren dorde",
        "ΟΔΟΣ οδος, οδοσ οδοσ",
        "ＦＵＬＬ　ｗｉｄｔｈ, full width",
        "ﬁle x², file x2",
        "۱۲۳ ٤٥٦ ௭௮௯ ७ ０, 123 456 789 7 0",
        "'\u2068\u200fالف\u2069', الف",
        "'  a \t\u00a0 b\r\n c ', a b c",
        "'a\u0000b\u0002c', a b c",
        "'', ''"
    })
    void differentSpellingsBecomeOne(String raw, String folded) {
        assertThat(Folding.fold(raw)).isEqualTo(folded);
        assertThat(Folding.fold(Folding.fold(raw))).isEqualTo(folded);
    }

    @Test
    void foldingEveryCharacterTwiceEqualsFoldingItOnce() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            String once = Folding.fold("a" + Character.toString(c) + "b");

            assertThat(Folding.fold(once)).as("U+%04X", c).isEqualTo(once);
        }
    }

    @Test
    void foldingMixturesTwiceEqualsFoldingThemOnce() {
        Random random = new Random(11);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(12, 0, 0x3100).forEach(text::appendCodePoint);

            String once = Folding.fold(text.toString());

            assertThat(Folding.fold(once)).as(text.toString()).isEqualTo(once);
        }
    }

    @Test
    void halvesOfSurrogatePairsAndHeapsOfMarksDoNoHarm() {
        assertThat(Folding.fold("a\ud800b\udc00")).isEqualTo("ab");
        assertThat(Folding.fold("a" + "\u05b4\u05b0".repeat(50_000)).length()).isLessThan(100);
    }

    @ParameterizedTest
    @CsvSource({
        "123456789012",
        "۱۲۳۴۵۶۷۸۹۰۱۲",
        "1234-5678-9012",
        "1234 5678 9012",
        "۱۲۳۴–۵۶۷۸",
        "1234-5678",
        "۵۶۷۸ ۹۰",
        "௫௬௭௮\u00a0௯௦௧௨",
        "رهگیری",
        "رهگيري 9012",
        "کد رهگیری: ۱۲۳۴-۵۶۷۸ ۹۰۱۲",
        "-5678-"
    })
    void aTrackingNumberIsFoundInEverySpelling(String query) {
        String stored = Folding.searchText("کد رهگیری: ۱۲۳۴-۵۶۷۸ ۹۰۱۲");

        assertThat(Folding.searchTerms(query)).isNotEmpty().allMatch(stored::contains);
    }

    @Test
    void textAndTermsHaveAKnownForm() {
        assertThat(Folding.searchText("No 1234–5678 9012, TRK-12-34."))
                .isEqualTo("no 1234-5678 9012, trk-12-34. 123456789012, trk-1234.");
        assertThat(Folding.searchText("nothing - to 1 join")).isEqualTo("nothing - to 1 join");
        assertThat(Folding.searchTerms("Order 12-34 order علی\u200cرضا"))
                .containsExactlyInAnyOrder("order", "1234", "علیرضا");
        assertThat(Folding.searchTerms(" \u200c\n ")).isEmpty();
        assertThat(Folding.searchTerms("-")).containsExactly("-");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(0912) 345.6789|09123456789",
                "۰۹۱۲/۳۴۵/۶۷۸۹|09123456789",
                "۱۲٬۵۰۰|12500",
                "௧௨,௫௦௦|12500",
                "12, 500|12,~500",
                "12..500|12..500"
            })
    void groupsOfDigitsAreOneNumberInAQuery(String query, String terms) {
        assertThat(Folding.searchTerms(query)).containsExactlyInAnyOrder(terms.split("~"));
    }

    @Test
    void anotherNumberIsNotFound() {
        String stored = Folding.searchText("کد رهگیری: ۱۲۳۴-۵۶۷۸ ۹۰۱۲");

        assertThat(Folding.searchTerms("1234-5679")).noneMatch(stored::contains);
    }

    @Test
    void everyPartOfATextFindsIt() {
        Pattern character = Pattern.compile("\\X");
        for (String text : TEXTS) {
            String stored = Folding.searchText(text);
            List<Integer> starts =
                    character.matcher(text).results().map(MatchResult::start).toList();
            for (int from : starts) {
                for (int to : starts) {
                    if (from < to) {
                        String part = text.substring(from, to);
                        assertThat(Folding.searchTerms(part))
                                .as("«%s» in «%s»", part, stored)
                                .allMatch(stored::contains);
                    }
                }
            }
        }
    }

    @Test
    void digitsOfAllScriptsBecomeAsciiAndNothingElseChanges() {
        assertThat(Folding.digits("T-۱۲٣௪5 aB\u200cك ½")).isEqualTo("T-12345 aB\u200cك ½");
        assertThat(Folding.digits("\ud835\udfd8")).isEqualTo("0");
    }
}
