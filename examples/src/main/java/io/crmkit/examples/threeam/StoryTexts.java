package io.crmkit.examples.threeam;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** The story's sentences in one language. */
final class StoryTexts {
    private final Properties texts = new Properties();

    StoryTexts(String language) {
        String name = "story." + language + ".properties";
        try (InputStream in = Objects.requireNonNull(StoryTexts.class.getResourceAsStream(name), name)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String of(String key, Object... values) {
        String text = Objects.requireNonNull(texts.getProperty(key), key);
        return new MessageFormat(text, Locale.ROOT).format(values);
    }
}
