package io.crmkit.attachment;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** Short texts for end users in Persian, Tamil and English that say why a file was not taken and what helps. */
public final class RefusalTexts {
    private RefusalTexts() {}

    /** Returns what to tell a person: in the locale's language if that is fa or ta, else in English. */
    public static String of(RefusalCode code, Locale locale) {
        String language = locale.getLanguage();
        String known = language.equals("fa") || language.equals("ta") ? language : "en";
        return Objects.requireNonNull(load(known).getProperty(code.name()));
    }

    private static Properties load(String language) {
        String name = "refusals." + language + ".properties";
        Properties texts = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(RefusalTexts.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
