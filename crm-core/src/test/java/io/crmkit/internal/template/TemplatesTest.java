package io.crmkit.internal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {

    private static final Locale PERSIAN = Locale.forLanguageTag("fa-IR");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ticket.internalNotes}}",
                "${jndi:ldap://x}",
                "#{1+1}",
                "{{number}}",
                "<b>&amp;</b>",
                "{{#x}}",
                "$1"
            })
    void valuesArePrintedLiterally(String value) {
        String text = Templates.render("Hello {{name}}!", Map.of("name", value, "number", "7"), Locale.ENGLISH);

        assertThat(text).isEqualTo("Hello " + value + "!");
    }

    @Test
    void aMissingValueIsNamed() {
        assertThatThrownBy(() -> Templates.render("{{number}} {{since}}", Map.of("number", "7"), Locale.ENGLISH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'since'");
    }

    @Test
    void valuesAreIsolatedInPersianOnly() {
        Map<String, String> values = Map.of("n", "A-12");

        assertThat(Templates.render("شماره {{n}} است", values, PERSIAN)).isEqualTo("شماره \u2068A-12\u2069 است");
        assertThat(Templates.render("எண் {{n}}", values, Locale.forLanguageTag("ta")))
                .isEqualTo("எண் A-12");
    }

    @Test
    void valuesLoseControlsButKeepJoiners() {
        Map<String, String> values = Map.of("n", "می\u200cشود\u0000\u001b\r\nb\u2069\u202ec\u200f");

        assertThat(Templates.render("{{n}}", values, PERSIAN)).isEqualTo("\u2068می\u200cشود bc\u200f\u2069");
    }

    @Test
    void variablesAreListedOnceInOrder() {
        assertThat(Templates.variables("{{b}} {{ a }} {{{b}}} {{&c}} {{! note }} {d}"))
                .containsExactly("b", "a", "c");
        assertThat(Templates.variables("متن")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{#a}}x{{/a}}",
                "{{^a}}x{{/a}}",
                "{{>file}}",
                "{{.}}",
                "{{this}}",
                "{{a.b}}",
                "{{-index}}",
                "{{#a}}",
                "{{a",
                "{{}}",
                "{{/a}}",
                "{{$a}}x{{/a}}",
                "{{<a}}x{{/a}}",
                "{{نام}}"
            })
    void everythingButVariablesIsRefused(String template) {
        assertThatThrownBy(() -> Templates.variables(template)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Templates.render(template, Map.of("a", "1"), Locale.ENGLISH))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
