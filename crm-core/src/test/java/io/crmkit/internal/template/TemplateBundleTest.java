package io.crmkit.internal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TemplateBundleTest {

    private static final Locale PERSIAN = Locale.forLanguageTag("fa");
    private static final Locale TAMIL = Locale.forLanguageTag("ta");

    private final TemplateBundle bundle = TemplateBundle.load();

    @Test
    void everyMessageHasThreeLanguagesWithTheSameVariables() {
        for (String key : TemplateBundle.KEYS) {
            Set<String> texts = new HashSet<>();
            for (Locale language : TemplateBundle.LANGUAGES) {
                MessageTemplate template = bundle.find(key, language);

                assertThat(template.language()).isEqualTo(language);
                assertThat(template.variables())
                        .isEqualTo(bundle.find(key, Locale.ENGLISH).variables());
                texts.add(template.text());
            }
            assertThat(texts).hasSize(3);
        }
    }

    @Test
    void persianTextsHaveNoLatinDigitsAndNoArabicLetters() {
        for (String key : TemplateBundle.KEYS) {
            MessageTemplate template = bundle.find(key, PERSIAN);

            String written = (template.subject() + template.text()).replaceAll("\\{\\{\\w+}}", "");

            assertThat(written).doesNotContainPattern("[0-9A-Za-zيكى٠-٩]");
        }
    }

    @Test
    void tamilTextsAreTamil() {
        for (String key : TemplateBundle.KEYS) {
            MessageTemplate template = bundle.find(key, TAMIL);

            String written = (template.subject() + template.text()).replaceAll("\\{\\{\\w+}}", "");

            assertThat(written).containsPattern("\\p{IsTamil}").doesNotContainPattern("[A-Za-z]");
        }
    }

    @Test
    void theAcknowledgementSaysWhatWasAgreed() {
        assertThat(bundle.find("ticket-received", PERSIAN).text())
                .startsWith("درخواست شما دریافت شد و در حال بررسی است.\n")
                .contains("{{number}}");
        assertThat(bundle.find("ticket-received", TAMIL).text())
                .startsWith("உங்கள் கோரிக்கை பெறப்பட்டது; பரிசீலனையில் உள்ளது.\n");
        assertThat(bundle.find("ticket-received", Locale.ENGLISH).text())
                .startsWith("Your request was received and is being examined.\n");
    }

    @Test
    void anUnknownLanguageFallsBackToEnglish() {
        assertThat(bundle.find("ticket-solved", Locale.forLanguageTag("fa-IR")).language())
                .isEqualTo(PERSIAN);
        assertThat(bundle.find("ticket-solved", Locale.forLanguageTag("ta-LK")).language())
                .isEqualTo(TAMIL);
        assertThat(bundle.find("ticket-solved", Locale.FRENCH).language()).isEqualTo(Locale.ENGLISH);
        assertThatThrownBy(() -> bundle.find("nothing", PERSIAN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMessageIsRenderedWithItsDirection() {
        RenderedMessage message =
                bundle.find("ticket-unanswered", PERSIAN).render(Map.of("number", "۱۲۳۴", "since", "۰۳:۱۵"));

        assertThat(message.rightToLeft()).isTrue();
        assertThat(message.subject()).isEqualTo("تیکت \u2068۱۲۳۴\u2069 بی‌پاسخ مانده است");
        assertThat(message.text()).startsWith("تیکت \u2068۱۲۳۴\u2069 از \u2068۰۳:۱۵\u2069 در انتظار پاسخ است.");
    }

    @Test
    void filesOfAnotherFormAreRefused() {
        for (String file :
                new String[] {"", "text", "subject: x", "subject: x\ntext", "subject: \n\ntext", "subject: x\n\n"}) {
            assertThatThrownBy(() -> MessageTemplate.parse("key", PERSIAN, file))
                    .as(file)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
