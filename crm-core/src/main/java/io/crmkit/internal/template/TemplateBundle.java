package io.crmkit.internal.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The message texts that are shipped, in Persian, Tamil and English. Immutable. */
public final class TemplateBundle {

    /** What messages are shipped for. */
    public static final List<String> KEYS =
            List.of("ticket-received", "ticket-unanswered", "ticket-solved", "satisfaction-survey", "nobody-on-duty");

    static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.forLanguageTag("fa"), Locale.forLanguageTag("ta"));

    /** What callers have values for; names of people are not among them, since messages cross foreign networks. */
    private static final Set<String> VARIABLES = Set.of("number", "since");

    private static final String FOLDER = "/io/crmkit/templates/";

    private final Map<String, Map<String, MessageTemplate>> byKeyAndLanguage;

    private TemplateBundle(Map<String, Map<String, MessageTemplate>> byKeyAndLanguage) {
        this.byKeyAndLanguage = byKeyAndLanguage;
    }

    /** Loads all texts; fails with {@link IllegalStateException} when one is missing or malformed. */
    public static TemplateBundle load() {
        Map<String, Map<String, MessageTemplate>> all = new HashMap<>();
        for (String key : KEYS) {
            Map<String, MessageTemplate> byLanguage = new HashMap<>();
            for (Locale language : LANGUAGES) {
                byLanguage.put(language.getLanguage(), loaded(key, language));
            }
            requireSameVariables(key, byLanguage);
            all.put(key, Map.copyOf(byLanguage));
        }
        return new TemplateBundle(Map.copyOf(all));
    }

    /**
     * Finds the text of a message in a language without regard to its region; English when there is none.
     *
     * @throws IllegalArgumentException when the key is not one of {@link #KEYS}
     */
    public MessageTemplate find(String key, Locale language) {
        Map<String, MessageTemplate> byLanguage = byKeyAndLanguage.get(key);
        if (byLanguage == null) {
            throw new IllegalArgumentException("there is no message text for '" + key + "'");
        }
        MessageTemplate exact = byLanguage.get(language.getLanguage());
        return exact != null ? exact : english(key, byLanguage);
    }

    private static MessageTemplate english(String key, Map<String, MessageTemplate> byLanguage) {
        MessageTemplate english = byLanguage.get(Locale.ENGLISH.getLanguage());
        if (english == null) {
            throw new IllegalStateException("there is no English text for " + key);
        }
        return english;
    }

    private static MessageTemplate loaded(String key, Locale language) {
        String name = key + "." + language.getLanguage() + ".txt";
        try (InputStream in = TemplateBundle.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the message text " + name + " is missing");
            }
            return MessageTemplate.parse(key, language, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("the message text " + name + " is malformed", e);
        }
    }

    private static void requireSameVariables(String key, Map<String, MessageTemplate> byLanguage) {
        Set<String> expected = english(key, byLanguage).variables();
        for (MessageTemplate template : byLanguage.values()) {
            if (!template.variables().equals(expected) || !VARIABLES.containsAll(expected)) {
                throw new IllegalStateException("the variables of " + key + "." + template.language() + " are "
                        + template.variables() + ", those in English are " + expected);
            }
        }
    }
}
