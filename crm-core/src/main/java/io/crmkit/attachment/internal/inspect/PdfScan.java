package io.crmkit.attachment.internal.inspect;

import io.crmkit.attachment.RefusalCode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Goes through all objects of a PDF: those that begin with {@code obj} anywhere in the file, whatever its tables say, for
 * readers rebuild broken tables; those packed in object streams; and the trailers. Not thread-safe.
 */
final class PdfScan {
    private static final int MOST_UNPACKED = 16 << 20;
    private static final long MOST_UNPACKED_TOGETHER = 48 << 20;
    /** How often the file and what it unpacks to may be read: objects within objects would make it a square. */
    private static final int MOST_READINGS = 3;

    private static final int ALWAYS_READ = 1 << 20;

    private static final int LONGEST_HEAD = 4_096;

    private final Bytes file;
    private final PdfActions actions;
    private final Set<String> names = new HashSet<>();
    private long read;
    private long unpacked;

    PdfScan(Bytes file, PdfActions actions) {
        this.file = file;
        this.actions = actions;
    }

    /** Looks at all objects; afterwards {@link #seen} and the actions are complete. */
    void run() {
        for (int at = file.find("obj", 0); at >= 0; at = file.find("obj", at + 3)) {
            if (!file.has(at - 3, "endobj")) {
                object(at);
            }
        }
        for (int at = file.find("trailer", 0); at >= 0; at = file.find("trailer", at + 7)) {
            PdfParser trailer = parsed(file, at + 7);
            remember(trailer);
            actions.look(trailer);
        }
        if (names.contains("Encrypt")) {
            throw new Refusal(RefusalCode.ENCRYPTED, "The document is encrypted.");
        }
    }

    /** Says whether a name stands anywhere outside of streams that hold no objects. */
    boolean seen(String name) {
        return names.contains(name);
    }

    private void object(int at) {
        PdfParser object = parsed(file, at + 3);
        remember(object);
        actions.define(numberBefore(at), object.value());
        actions.look(object);
        if (object.stream()) {
            stream(object);
        }
    }

    private PdfParser parsed(Bytes source, int from) {
        PdfParser parser = PdfParser.object(source, from, actions::look);
        count(parser.at() - from);
        return parser;
    }

    private void count(int bytes) {
        read += bytes;
        if (read > MOST_READINGS * (file.length() + unpacked) + ALWAYS_READ) {
            throw new Refusal(RefusalCode.EXPANDS_TOO_MUCH, "The objects of the document overlap.");
        }
    }

    private void remember(PdfParser object) {
        names.addAll(object.names());
    }

    /** The number of the object whose {@code obj} stands at that place; -1 if there is none. */
    private int numberBefore(int at) {
        int from = Math.max(0, at - 24);
        String[] words = file.latin(from, at).strip().split("[\\x00\\s]+", -1);
        return words.length >= 2 && words[words.length - 2].matches("[0-9]{1,9}")
                ? Integer.parseInt(words[words.length - 2])
                : -1;
    }

    private void stream(PdfParser head) {
        boolean external = head.value() instanceof PdfValue.Dictionary dictionary
                && (dictionary.has("F") || dictionary.has("FFilter"));
        if (external) {
            actions.found(RefusalCode.EXTERNAL_CONTENT, "A stream is kept in another file.");
        }
        boolean holdsObjects = head.names().contains("ObjStm")
                || (head.names().contains("N") && head.names().contains("First"));
        if (holdsObjects) {
            objects(head);
        }
    }

    private void objects(PdfParser head) {
        Bytes content = head.names().contains("Filter") ? unpacked(head) : raw(head.at());
        if (content.length() == 0) {
            actions.found(RefusalCode.OPAQUE, "An object stream cannot be unpacked.");
            return;
        }
        unpacked += content.length();
        if (unpacked > MOST_UNPACKED_TOGETHER) {
            throw new Refusal(RefusalCode.EXPANDS_TOO_MUCH, "The object streams unpack to too much.");
        }
        PdfParser all = parsed(content, 0);
        remember(all);
        actions.look(all);
        if (head.value() instanceof PdfValue.Dictionary dictionary) {
            define(content, first(dictionary));
        }
    }

    private static int first(PdfValue.Dictionary head) {
        List<PdfValue> first = head.all("First");
        return first.size() == 1 && first.get(0) instanceof PdfValue.Whole place ? place.number() : -1;
    }

    /** The stream begins with pairs: the number of an object, and its place behind the pairs. */
    private void define(Bytes content, int first) {
        PdfLexer pairs = new PdfLexer(content, 0, Math.max(0, Math.min(first, content.length())));
        while (pairs.next() == PdfLexer.Kind.INTEGER) {
            int number = Integer.parseInt(pairs.text());
            if (pairs.next() != PdfLexer.Kind.INTEGER) {
                return;
            }
            long at = (long) first + Integer.parseInt(pairs.text());
            if (at >= first && at < content.length()) {
                int to = (int) Math.min(content.length(), at + LONGEST_HEAD);
                PdfParser object = PdfParser.single(content, (int) at, to);
                count(object.at() - (int) at);
                actions.define(number, object.value());
            }
        }
    }

    private Bytes unpacked(PdfParser head) {
        boolean plain = head.value() instanceof PdfValue.Dictionary dictionary
                && onlyFlate(dictionary.all("Filter"))
                && !head.names().contains("Predictor");
        if (!plain) {
            return file.none();
        }
        Inflation inflation = Inflation.of(file, start(head.at()), file.length(), MOST_UNPACKED, false);
        if (inflation.state() == Inflation.State.TOO_MUCH) {
            throw new Refusal(RefusalCode.EXPANDS_TOO_MUCH, "An object stream unpacks to too much.");
        }
        return inflation.complete() ? inflation.content() : file.none();
    }

    private static boolean onlyFlate(List<PdfValue> filter) {
        PdfValue flate = new PdfValue.Name("FlateDecode");
        return filter.equals(List.of(flate)) || filter.equals(List.of(new PdfValue.Sequence(List.of(flate))));
    }

    private Bytes raw(int at) {
        int end = file.find("endstream", at);
        return file.with(file.slice(start(at), end < 0 ? file.length() : end));
    }

    /** Behind the word {@code stream} a line ends. */
    private int start(int at) {
        int start = file.has(at, "\r") ? at + 1 : at;
        return file.has(start, "\n") ? start + 1 : start;
    }
}
