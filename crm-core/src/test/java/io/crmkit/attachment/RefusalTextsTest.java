package io.crmkit.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Character.UnicodeScript;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalTextsTest {
    @ParameterizedTest
    @EnumSource
    void everyReasonIsSaidInThreeLanguages(RefusalCode code) {
        assertThat(scripts(text(code, "fa"))).contains(UnicodeScript.ARABIC).doesNotContain(UnicodeScript.TAMIL);
        assertThat(scripts(text(code, "ta"))).contains(UnicodeScript.TAMIL).doesNotContain(UnicodeScript.ARABIC);
        assertThat(scripts(text(code, "en"))).containsOnly(UnicodeScript.LATIN, UnicodeScript.COMMON);
        assertThat(text(code, "fa-IR")).isEqualTo(text(code, "fa"));
        assertThat(text(code, "de")).isEqualTo(text(code, "en"));
    }

    @ParameterizedTest
    @EnumSource
    void noTwoReasonsSoundTheSame(RefusalCode code) {
        for (RefusalCode other : RefusalCode.values()) {
            if (other != code) {
                assertThat(text(code, "en")).isNotEqualTo(text(other, "en"));
                assertThat(text(code, "fa")).isNotEqualTo(text(other, "fa"));
                assertThat(text(code, "ta")).isNotEqualTo(text(other, "ta"));
            }
        }
    }

    private static String text(RefusalCode code, String language) {
        return RefusalTexts.of(code, Locale.forLanguageTag(language));
    }

    private static Set<UnicodeScript> scripts(String text) {
        Set<UnicodeScript> scripts = new HashSet<>();
        text.codePoints().forEach(character -> scripts.add(UnicodeScript.of(character)));
        scripts.remove(UnicodeScript.INHERITED);
        return scripts;
    }
}
