package io.crmkit.attachment.internal.inspect;

import io.crmkit.attachment.InspectionPolicy;
import io.crmkit.attachment.RefusalCode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An archive is a document of Word if its relationships name one part as the document and that part is of exactly the
 * type of documents without macros. All parts are unpacked and counted, all XML is read,
 * pictures are looked at. Its content is not changed.
 * Source: ECMA-376, parts 1 and 2.
 */
final class Docx implements TypeInspector {
    private static final String TYPES = "[Content_Types].xml";
    private static final String ROOT = "_rels/.rels";
    private static final String RELATIONSHIPS = ".rels";

    @Override
    public Finding inspect(Bytes file, InspectionPolicy policy) {
        List<ZipEntries.Entry> entries = ZipEntries.of(file);
        Map<String, ZipEntries.Entry> parts = new HashMap<>();
        entries.forEach(entry -> parts.put(entry.name().toLowerCase(Locale.ROOT), entry));
        ZipContent content = new ZipContent(file);
        ContentTypes types = new ContentTypes();
        content.read(part(parts, TYPES), in -> XmlPart.visit(in, types));
        Relationships root = new Relationships();
        content.read(part(parts, ROOT), in -> XmlPart.visit(in, root));
        checkDocument(parts, types, root);
        for (ZipEntries.Entry entry : entries) {
            if (!entry.name().equalsIgnoreCase(TYPES) && !entry.name().equalsIgnoreCase(ROOT)) {
                read(content, entry, types, in -> InnerPicture.check(file, in, policy));
            }
        }
        return Finding.document(file, List.of());
    }

    private static ZipEntries.Entry part(Map<String, ZipEntries.Entry> parts, String name) {
        ZipEntries.Entry entry = parts.get(name.toLowerCase(Locale.ROOT));
        if (entry == null) {
            throw new Refusal(RefusalCode.UNKNOWN_TYPE, "The archive is no document of Word.");
        }
        return entry;
    }

    private static void checkDocument(Map<String, ZipEntries.Entry> parts, ContentTypes types, Relationships root) {
        List<String> documents = root.documents();
        if (documents.size() != 1) {
            throw new Refusal(RefusalCode.UNKNOWN_TYPE, "The archive has no part that is the document, or several.");
        }
        String type = types.of(part(parts, documents.get(0)).name());
        if (type.toLowerCase(Locale.ROOT).contains("macro")) {
            throw new Refusal(RefusalCode.SCRIPT, "The document holds macros.");
        }
        long mains = parts.values().stream()
                .filter(entry -> types.of(entry.name()).equals(ContentTypes.DOCUMENT))
                .count();
        if (!type.equals(ContentTypes.DOCUMENT) || mains != 1) {
            throw new Refusal(RefusalCode.UNKNOWN_TYPE, "The archive is another document than one of Word.");
        }
    }

    private static void read(
            ZipContent content, ZipEntries.Entry entry, ContentTypes types, ZipContent.Reader picture) {
        if (entry.folder()) {
            if (entry.size() > 0) {
                throw new Refusal(RefusalCode.FOREIGN_DATA, "A folder of the archive has content.");
            }
            content.read(entry, in -> {});
            return;
        }
        String name = entry.name().toLowerCase(Locale.ROOT);
        if (name.endsWith(RELATIONSHIPS)) {
            content.read(entry, in -> XmlPart.visit(in, new Relationships()));
            return;
        }
        String type = types.of(entry.name());
        if (name.contains("vbaproject") || name.contains("vbadata")) {
            throw new Refusal(RefusalCode.SCRIPT, "The document holds macros.");
        }
        if (name.contains("/embeddings/") || name.contains("/activex/")) {
            throw new Refusal(RefusalCode.EMBEDDED_FILE, "The document holds another file.");
        }
        ContentTypes.check(type);
        if (ContentTypes.picture(type)) {
            content.read(entry, picture);
        } else if (ContentTypes.xml(type) || name.endsWith(".xml")) {
            Fields fields = new Fields();
            content.read(entry, in -> XmlPart.visit(in, fields));
            fields.end();
        } else {
            content.read(entry, in -> {});
        }
    }
}
