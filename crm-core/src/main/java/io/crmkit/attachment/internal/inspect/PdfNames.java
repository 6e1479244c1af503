package io.crmkit.attachment.internal.inspect;

import io.crmkit.attachment.RefusalCode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names of PDF that matter, so that no others need be remembered. Source: ISO 32000-1, 12.6 and annex E. */
final class PdfNames {
    /** Names that mean one thing only, so it does not matter where they stand. */
    private static final Map<String, RefusalCode> ACTIVE = Map.ofEntries(
            Map.entry("JavaScript", RefusalCode.SCRIPT),
            Map.entry("JS", RefusalCode.SCRIPT),
            Map.entry("XFA", RefusalCode.SCRIPT),
            Map.entry("Launch", RefusalCode.AUTOMATIC_ACTION),
            Map.entry("SubmitForm", RefusalCode.AUTOMATIC_ACTION),
            Map.entry("ImportData", RefusalCode.AUTOMATIC_ACTION),
            Map.entry("GoToR", RefusalCode.EXTERNAL_CONTENT),
            Map.entry("GoToE", RefusalCode.EXTERNAL_CONTENT),
            Map.entry("EmbeddedFile", RefusalCode.EMBEDDED_FILE),
            Map.entry("EmbeddedFiles", RefusalCode.EMBEDDED_FILE),
            Map.entry("RichMedia", RefusalCode.EMBEDDED_FILE),
            Map.entry("FileAttachment", RefusalCode.EMBEDDED_FILE));

    private static final Set<String> STRUCTURE =
            Set.of("Catalog", "Pages", "Page", "Encrypt", "ObjStm", "N", "First", "Filter", "Predictor");

    private PdfNames() {}

    static boolean matter(String name) {
        return STRUCTURE.contains(name) || ACTIVE.containsKey(name);
    }

    /** What a name says of the document, wherever it stands. */
    static Optional<RefusalCode> active(String name) {
        return Optional.ofNullable(ACTIVE.get(name));
    }
}
