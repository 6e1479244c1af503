package io.crmkit.attachment.internal.inspect;

import io.crmkit.attachment.RefusalCode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/** Which part of a package is of which type, and which types documents may hold. Source: ECMA-376, part 2, 10.1. */
final class ContentTypes implements XmlPart.Visitor {
    static final String DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private static final String OFFICE = "application/vnd.openxmlformats-";
    private static final String MICROSOFT = "application/vnd.ms-";
    private static final Set<String> ALLOWED = Set.of(
            "application/xml",
            "text/xml",
            "application/inkml+xml",
            "application/x-fontdata",
            "application/x-font-ttf",
            "application/vnd.openxmlformats-officedocument.obfuscatedfont",
            "application/vnd.openxmlformats-officedocument.vmldrawing",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.printersettings",
            "application/vnd.openxmlformats-package.digital-signature-origin");

    private final Map<String, String> byExtension = new HashMap<>();
    private final Map<String, String> byName = new HashMap<>();

    @Override
    public void element(XMLStreamReader reader) {
        String type = XmlPart.attribute(reader, "ContentType").strip();
        if (reader.getLocalName().equals("Default")) {
            put(byExtension, XmlPart.attribute(reader, "Extension"), type);
        } else if (reader.getLocalName().equals("Override")) {
            put(byName, XmlPart.attribute(reader, "PartName").replaceFirst("^/", ""), type);
        }
    }

    private static void put(Map<String, String> types, String key, String type) {
        String before = types.put(key.toLowerCase(Locale.ROOT), type);
        if (before != null && !before.equals(type)) {
            throw new Refusal(RefusalCode.FOREIGN_DATA, "A part of the document has two types.");
        }
    }

    /** Returns the type of a part; empty if it has none. */
    String of(String part) {
        String name = part.toLowerCase(Locale.ROOT);
        String extension = name.substring(name.lastIndexOf('.') + 1);
        return byName.getOrDefault(name, byExtension.getOrDefault(extension, ""));
    }

    /** Demands that a document may hold a part of this type. */
    static void check(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        if (lower.contains("macro") || lower.contains("vba")) {
            throw new Refusal(RefusalCode.SCRIPT, "The document holds macros.");
        }
        boolean control = lower.contains("activex") || lower.contains("oleobject");
        boolean office = (lower.startsWith(OFFICE) || lower.startsWith(MICROSOFT)) && lower.endsWith("+xml");
        if (control || !(office || lower.startsWith("image/") || ALLOWED.contains(lower))) {
            throw new Refusal(RefusalCode.EMBEDDED_FILE, "The document holds a part that is no part of a text.");
        }
    }

    static boolean picture(String type) {
        return type.toLowerCase(Locale.ROOT).startsWith("image/");
    }

    static boolean xml(String type) {
        return type.endsWith("+xml")
                || type.endsWith("/xml")
                || type.equalsIgnoreCase("application/vnd.openxmlformats-officedocument.vmlDrawing");
    }
}
