package io.crmkit.attachment.internal.inspect;

import io.crmkit.attachment.InspectionPolicy;
import io.crmkit.attachment.RefusalCode;
import java.util.List;
import java.util.Set;

/**
 * A compound file is a document of Word 97 to 2003 if its root holds the stream {@code WordDocument} with Word's mark and
 * the table that this stream names; storages that hold macros, other files or nothing known are refused. Its content is
 * not changed. Source: [MS-DOC] 2.1 and 2.5.
 */
final class Doc implements TypeInspector {
    private static final String MAIN = "worddocument";
    private static final String POOL = "objectpool";
    private static final Set<String> MACROS =
            Set.of("macros", "_vba_project_cur", "_vba_project", "vba", "projectwm", "_srp_0");
    private static final Set<String> FILES = Set.of("\u0001ole10native", "package", "\u0003ocxname");
    private static final Set<String> OTHERS = Set.of("workbook", "book", "powerpoint document", "visiodocument");
    private static final Set<String> STORAGES = Set.of(POOL, "msodatastore", "_xmlsignatures");
    private static final int MARK = 0xA5EC;
    private static final int WORD_97 = 0x00C1;
    private static final int ENCRYPTED = 0x0100;
    private static final int SECOND_TABLE = 0x0200;
    private static final int FIELD = 0x13;
    private static final int LONGEST_WORD = 24;

    @Override
    public Finding inspect(Bytes file, InspectionPolicy policy) {
        CompoundDirectory directory = new CompoundDirectory(file);
        checkNames(directory.names());
        Bytes main = file.none();
        for (CompoundDirectory.Node node : directory.nodes()) {
            checkPlace(node);
            if (node.top() && !node.storage() && node.name().equals(MAIN)) {
                main = node.content();
            }
        }
        checkMain(main, directory);
        checkFields(main);
        return Finding.document(file, List.of());
    }

    private static void checkNames(List<String> names) {
        for (String name : names) {
            if (MACROS.contains(name)) {
                throw new Refusal(RefusalCode.SCRIPT, "The document holds macros.");
            }
            if (FILES.contains(name)) {
                throw new Refusal(RefusalCode.EMBEDDED_FILE, "The document holds another file.");
            }
            if (OTHERS.contains(name)) {
                throw notOfWord();
            }
            if (name.equals("encryptedpackage") || name.equals("encryptioninfo")) {
                throw new Refusal(RefusalCode.ENCRYPTED, "The document is encrypted.");
            }
        }
    }

    private static Refusal notOfWord() {
        return new Refusal(RefusalCode.UNKNOWN_TYPE, "The compound file is no document of Word.");
    }

    /** Word makes an empty pool for objects in many documents that have none. */
    private static void checkPlace(CompoundDirectory.Node node) {
        boolean unknown = node.top() && node.storage() && !STORAGES.contains(node.name());
        boolean object = !node.top() && node.path().get(0).equals(POOL);
        if (unknown || object) {
            throw new Refusal(RefusalCode.EMBEDDED_FILE, "The document holds another file.");
        }
    }

    private static void checkMain(Bytes main, CompoundDirectory directory) {
        if (main.length() < 32 || main.low16(0) != MARK) {
            throw notOfWord();
        }
        if (main.low16(2) < WORD_97) {
            throw new Refusal(RefusalCode.UNSUPPORTED_VARIANT, "The document is older than Word 97.");
        }
        int flags = main.low16(10);
        if ((flags & ENCRYPTED) != 0) {
            throw new Refusal(RefusalCode.ENCRYPTED, "The document is encrypted.");
        }
        String table = (flags & SECOND_TABLE) != 0 ? "1table" : "0table";
        boolean there = directory.nodes().stream()
                .anyMatch(node -> node.top() && !node.storage() && node.name().equals(table));
        if (!there) {
            throw Refusal.damaged("The table of the document is missing.");
        }
    }

    /** Texts are in one byte for each character or in two. */
    private static void checkFields(Bytes main) {
        for (int at = 0; at < main.length(); at++) {
            boolean field = main.u8(at) == FIELD;
            if (field && (Fields.fetches(word(main, at + 1, 1)) || Fields.fetches(word(main, at + 2, 2)))) {
                throw new Refusal(
                        RefusalCode.EXTERNAL_CONTENT, "A field of the document fetches its content from elsewhere.");
            }
        }
    }

    private static String word(Bytes main, int from, int step) {
        StringBuilder word = new StringBuilder();
        for (int at = from; at < main.length() && word.length() < LONGEST_WORD; at += step) {
            word.append((char) main.u8(at));
        }
        return word.toString();
    }
}
