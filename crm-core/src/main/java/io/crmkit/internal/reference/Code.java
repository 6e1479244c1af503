package io.crmkit.internal.reference;

import io.crmkit.internal.identifier.Secrets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A text that is one number, code or host as a whole, such as an id that a host gives or somebody typed. */
final class Code {
    private static final Pattern HOST = Pattern.compile("[a-zA-Z0-9-]++(?:\\.[a-zA-Z0-9-]++)++");
    private static final String PREFIX = "0x";

    private Code() {}

    /** The names that it may be listed under; none if it is anything else, or a key to money. */
    static Set<String> formsOf(String raw) {
        String text = VisibleText.of(raw).text().strip();
        if (Secrets.isIn(text)) {
            return Set.of();
        }
        if (HOST.matcher(text).matches() && text.length() <= References.LONGEST) {
            return withJoined(Set.of(text.toLowerCase(Locale.ROOT)), text);
        }
        return withJoined(Set.of(), text);
    }

    private static Set<String> withJoined(Set<String> others, String text) {
        Set<String> forms = new LinkedHashSet<>(others);
        List<Word> words = Word.in(text);
        boolean one = !words.isEmpty() && Word.endOfChain(text, words, 0) == words.size() && !isMore(text, words);
        String joined = one ? Word.joined(words) : "";
        if (!joined.isEmpty() && joined.length() <= References.LONGEST) {
            String lower = joined.toLowerCase(Locale.ROOT);
            forms.add(joined);
            forms.add(References.inItsCase(joined));
            if (lower.startsWith(PREFIX) && lower.length() > PREFIX.length()) {
                forms.add(lower.substring(PREFIX.length()));
            }
        }
        return forms;
    }

    /** Whether letters that no code has stand around it. */
    private static boolean isMore(String text, List<Word> words) {
        String before = text.substring(0, words.get(0).start());
        String behind = text.substring(words.get(words.size() - 1).end());
        return (before + behind).codePoints().anyMatch(Character::isLetterOrDigit);
    }
}
