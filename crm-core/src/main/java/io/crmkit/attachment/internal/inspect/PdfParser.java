package io.crmkit.attachment.internal.inspect;

import io.crmkit.attachment.RefusalCode;
import io.crmkit.attachment.internal.inspect.PdfLexer.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads one object: its value, and apart from it all names up to the object's end, so that a name is noticed even where
 * the nesting is broken. Not thread-safe.
 */
final class PdfParser {
    private static final int MOST_DEPTH = 100;
    private static final Set<String> ENDS = Set.of("endobj", "stream", "obj", "xref", "trailer", "startxref");

    private final PdfLexer lexer;
    private final Set<String> names = new HashSet<>();
    private final List<PdfValue.Dictionary> dictionaries = new ArrayList<>();
    private final PdfValue value;

    private PdfParser(PdfLexer lexer) {
        this.lexer = lexer;
        next();
        this.value = value(0);
    }

    /** Reads a value and goes on to the word that ends the object. */
    static PdfParser object(Bytes file, int from, int to) {
        PdfParser parser = new PdfParser(new PdfLexer(file, from, to));
        while (!parser.ended()) {
            parser.value(0);
        }
        return parser;
    }

    /** Reads one value only. */
    static PdfValue single(Bytes file, int from, int to) {
        return new PdfParser(new PdfLexer(file, from, to)).value;
    }

    PdfValue value() {
        return value;
    }

    /** All names, wherever they stand. */
    Set<String> names() {
        return names;
    }

    /** All dictionaries, however deep. */
    List<PdfValue.Dictionary> dictionaries() {
        return dictionaries;
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
        if (lexer.next() == Kind.NAME) {
            names.add(lexer.text());
        }
    }

    /** Reads the value that the current token begins; afterwards the token behind it is the current one. */
    private PdfValue value(int depth) {
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
        dictionaries.add(dictionary);
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
