package io.crmkit.internal.template;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The text of one message in one language.
 *
 * @param key what the message is for, such as {@code ticket-received}
 * @param language the language the text is written in
 * @param subject one line, may have variables
 * @param text plain text, may have variables
 */
public record MessageTemplate(String key, Locale language, String subject, String text) {

    private static final String SUBJECT = "subject: ";

    /** Reads the form of the template files: {@code subject: …}, an empty line, the text. */
    static MessageTemplate parse(String key, Locale language, String file) {
        String content = file.replace("\r\n", "\n");
        int end = content.indexOf("\n\n");
        if (!content.startsWith(SUBJECT) || end < 0 || content.indexOf('\n') != end) {
            throw new IllegalArgumentException(
                    key + "." + language + ": the first line is 'subject: …', the second is empty");
        }
        String subject = content.substring(SUBJECT.length(), end).strip();
        String text = content.substring(end).strip();
        if (subject.isEmpty() || text.isEmpty()) {
            throw new IllegalArgumentException(key + "." + language + ": subject or text is empty");
        }
        return new MessageTemplate(key, language, subject, text);
    }

    /** Names the variables of subject and text. */
    public Set<String> variables() {
        Set<String> names = new LinkedHashSet<>(Templates.variables(subject));
        names.addAll(Templates.variables(text));
        return names;
    }

    /** Renders subject and text; fails with {@link IllegalArgumentException} when a variable has no value. */
    public RenderedMessage render(Map<String, String> values) {
        return new RenderedMessage(
                Templates.render(subject, values, language),
                Templates.render(text, values, language),
                Templates.isRightToLeft(language));
    }
}
