package io.crmkit.error;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** Short texts for end users in Persian, Tamil and English, made from an error's code. */
public final class ErrorTexts {
    private ErrorTexts() {}

    /** Returns what to tell a person: in the locale's language if that is fa or ta, else in English. */
    public static String of(CrmException error, Locale locale) {
        String language = locale.getLanguage();
        String known = language.equals("fa") || language.equals("ta") ? language : "en";
        return Objects.requireNonNull(load(known).getProperty(error.code().name()));
    }

    private static Properties load(String language) {
        String name = "texts." + language + ".properties";
        Properties texts = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(ErrorTexts.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
