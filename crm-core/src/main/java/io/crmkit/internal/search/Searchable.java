package io.crmkit.internal.search;

import io.crmkit.customer.MatchTier;
import io.crmkit.internal.identifier.Secrets;
import io.crmkit.internal.text.Folding;
import io.crmkit.spi.storage.SearchFeatures;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Makes a text of values by which a customer is found: each writing on a line, and behind these what only whole lines find. */
public final class Searchable {
    private final Set<String> lines = new LinkedHashSet<>();
    private final Set<String> keys = new LinkedHashSet<>();
    private final Set<String> neighbours = new LinkedHashSet<>();
    private final Set<Part> parts;

    private enum Part {
        LINES,
        KEYS,
        NEIGHBOURS
    }

    private Searchable(Set<Part> parts) {
        this.parts = parts;
    }

    /** A text that is found in all tiers. */
    public Searchable() {
        this(EnumSet.allOf(Part.class));
    }

    /** What of a text is found in a tier, and in better ones but for {@link MatchTier#EXACT}; it takes less time to make. */
    public static Searchable in(MatchTier tier) {
        return new Searchable(
                switch (tier) {
                    case EXACT -> EnumSet.of(Part.KEYS);
                    case APPROXIMATE -> EnumSet.of(Part.LINES, Part.NEIGHBOURS);
                    default -> EnumSet.of(Part.LINES);
                });
    }

    /** Adds a value as it was written; nothing of it if a secret stands in it. */
    public Searchable add(String value) {
        if (parts.contains(Part.LINES) && !Secrets.isIn(value)) {
            linesOf(value).forEach(this::addLine);
        }
        return this;
    }

    /** Adds a value, and what it is if its words are written together, as people do with names. */
    public Searchable addName(String name) {
        if (parts.contains(Part.LINES) && !Secrets.isIn(name)) {
            List<String> forms = linesOf(name);
            forms.forEach(this::addLine);
            if (!forms.isEmpty()) {
                addLine(together(forms.get(0)));
            }
        }
        return this;
    }

    /** Adds another writing of a value, which is made if it is of use. */
    public Searchable add(Supplier<String> writing) {
        return parts.contains(Part.LINES) ? add(writing.get()) : this;
    }

    /** Adds a key, which finds the customer if it is typed as a whole and in its case, and its value. */
    public Searchable addKey(Key key) {
        if (!Secrets.isIn(key.text()) && !Secrets.isIn(key.value())) {
            keys.add(line(key));
            add(key.value());
        }
        return this;
    }

    /** Adds such a key, which is made if it is of use. */
    public Searchable addKey(Supplier<Key> key) {
        return parts.contains(Part.KEYS) ? addKey(key.get()) : this;
    }

    /** The line of a key. */
    static String line(Key key) {
        return Marks.whole("=" + key.text());
    }

    /** The lines of a value, without what a search leaves out, too; none if no word is in it. */
    static List<String> linesOf(String value) {
        return Folding.searchForms(value).stream()
                .map(Marks::withoutOuter)
                .filter(form -> !form.isEmpty())
                .toList();
    }

    private void addLine(String folded) {
        if (lines.add(Marks.line(folded)) && parts.contains(Part.NEIGHBOURS)) {
            wordsOf(folded).forEach(word -> Neighbours.of(word).forEach(near -> neighbours.add(Neighbours.line(near))));
        }
    }

    /** The words of a folded text without what stands between them. */
    static String together(String folded) {
        return String.join("", wordsOf(folded));
    }

    /** The words of a folded text. */
    static List<String> wordsOf(String folded) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= folded.length(); ) {
            boolean inside = i < folded.length() && Marks.isWordPart(folded.codePointAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(folded.substring(start, i));
                start = -1;
            }
            i += i < folded.length() ? Character.charCount(folded.codePointAt(i)) : 1;
        }
        return words;
    }

    /** The text; empty if there is nothing to find. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Set<String> some : List.of(lines, keys, neighbours)) {
            for (String line : some) {
                text.append(line, 0, line.length() - 1);
            }
        }
        return text.isEmpty() ? "" : text.append(SearchFeatures.LINE).toString();
    }
}
