package io.crmkit.attachment.internal.inspect;

import io.crmkit.attachment.RefusalCode;
import io.crmkit.attachment.internal.inspect.PdfLexer.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads one object: its value, and apart from it all names up to the object's end, so that a name is noticed even where
 * the nesting is broken. Not thread-safe.
 */
final class PdfParser {
    private static final int MOST_DEPTH = 100;
    /** Documents have objects with thousands of values; of these, memory would be short with many more. */
    private static final int MOST_KEPT = 200_000;

    private static final Set<String> ENDS = Set.of("endobj", "stream", "obj", "xref", "trailer", "startxref");

    private final PdfLexer lexer;
    private final Consumer<PdfValue.Dictionary> dictionaries;
    private final Set<String> names = new HashSet<>();
    private final PdfValue value;
    private int kept;

    private PdfParser(PdfLexer lexer, Consumer<PdfValue.Dictionary> dictionaries) {
        this.lexer = lexer;
        this.dictionaries = dictionaries;
        next();
        this.value = value(0);
    }

    /**
     * Reads a value and goes on to the word that ends the object.
     *
     * @param dictionaries is shown each dictionary, however deep it lies
     */
    static PdfParser object(Bytes file, int from, Consumer<PdfValue.Dictionary> dictionaries) {
        PdfParser parser = new PdfParser(new PdfLexer(file, from, file.length()), dictionaries);
        while (!parser.ended()) {
            parser.kept = 0;
            parser.value(0);
        }
        return parser;
    }

    /** Reads one value only. */
    static PdfParser single(Bytes file, int from, int to) {
        return new PdfParser(new PdfLexer(file, from, to), dictionary -> {});
    }

    PdfValue value() {
        return value;
    }

    /** Of all names, wherever they stand, those that matter. */
    Set<String> names() {
        return names;
    }

    /** Says whether a stream's bytes follow, at {@link #at()}. */
    boolean stream() {
        return lexer.word("stream");
    }

    int at() {
        return lexer.at();
    }

    private boolean ended() {
        return lexer.kind() == Kind.END || (lexer.kind() == Kind.WORD && ENDS.contains(lexer.text()));
    }

    private void next() {
        if (lexer.next() == Kind.NAME && PdfNames.matter(lexer.text())) {
            names.add(lexer.text());
        }
    }

    /** Reads the value that the current token begins; afterwards the token behind it is the current one. */
    private PdfValue value(int depth) {
        kept++;
        if (kept > MOST_KEPT) {
            throw new Refusal(RefusalCode.EXPANDS_TOO_MUCH, "An object of the document has too many values.");
        }
        if (depth > MOST_DEPTH) {
            throw new Refusal(RefusalCode.OPAQUE, "The document is nested too deeply.");
        }
        Kind kind = lexer.kind();
        if (ended()) {
            return PdfValue.OTHER;
        }
        String text = lexer.text();
        next();
        return switch (kind) {
            case NAME -> new PdfValue.Name(text);
            case INTEGER -> new PdfValue.Whole(Integer.parseInt(text));
            case ARRAY -> sequence(depth);
            case DICTIONARY -> dictionary(depth);
            default -> PdfValue.OTHER;
        };
    }

    private PdfValue sequence(int depth) {
        List<PdfValue> items = new ArrayList<>();
        while (!ended() && lexer.kind() != Kind.ARRAY_END && lexer.kind() != Kind.DICTIONARY_END) {
            add(items, depth);
        }
        if (lexer.kind() == Kind.ARRAY_END) {
            next();
        }
        return new PdfValue.Sequence(items);
    }

    private PdfValue dictionary(int depth) {
        Map<String, List<PdfValue>> entries = new HashMap<>();
        PdfValue.Dictionary dictionary = new PdfValue.Dictionary(entries);
        while (!ended() && lexer.kind() != Kind.DICTIONARY_END) {
            if (lexer.kind() != Kind.NAME) {
                next();
                continue;
            }
            String key = lexer.text();
            next();
            List<PdfValue> values = new ArrayList<>(1);
            while (!ended() && lexer.kind() != Kind.DICTIONARY_END && (values.isEmpty() || lexer.kind() != Kind.NAME)) {
                add(values, depth);
            }
            entries.computeIfAbsent(key, k -> new ArrayList<>(1)).addAll(values);
        }
        if (lexer.kind() == Kind.DICTIONARY_END) {
            next();
        }
        dictionaries.accept(dictionary);
        return dictionary;
    }

    /** Two numbers and an R are a reference. */
    private void add(List<PdfValue> values, int depth) {
        int last = values.size() - 1;
        if (lexer.word("R")
                && last >= 1
                && values.get(last) instanceof PdfValue.Whole
                && values.get(last - 1) instanceof PdfValue.Whole object) {
            values.remove(last);
            values.set(last - 1, new PdfValue.Reference(object.number()));
            next();
        } else {
            values.add(value(depth + 1));
        }
    }
}
