package io.crmkit.attachment.internal.inspect;

import io.crmkit.attachment.RefusalCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/**
 * What a part refers to. Links that a person must press may lead elsewhere; whatever is fetched or run when the document
 * is opened may not. Source: ECMA-376, part 2, 9.3.
 */
final class Relationships implements XmlPart.Visitor {
    private static final Set<String> HOLDING_FILES = Set.of(
            "oleobject", "package", "control", "activexcontrolbinary", "afchunk", "subdocument", "attachedtoolbars");

    private final List<String> documents = new ArrayList<>();

    @Override
    public void element(XMLStreamReader reader) {
        if (!reader.getLocalName().equals("Relationship")) {
            return;
        }
        String type = XmlPart.attribute(reader, "Type");
        String kind = type.substring(type.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        boolean external = XmlPart.attribute(reader, "TargetMode").strip().equalsIgnoreCase("External");
        String target = XmlPart.attribute(reader, "Target");
        if (kind.contains("vba")) {
            throw new Refusal(RefusalCode.SCRIPT, "The document holds macros.");
        }
        boolean elsewhere = external || target.contains(":") || target.startsWith("//") || target.contains("\\");
        if (elsewhere && !kind.equals("hyperlink")) {
            throw new Refusal(RefusalCode.EXTERNAL_CONTENT, "The document fetches a part of itself from elsewhere.");
        }
        if (HOLDING_FILES.contains(kind)) {
            throw new Refusal(RefusalCode.EMBEDDED_FILE, "The document holds another file.");
        }
        if (kind.equals("officedocument")) {
            documents.add(target);
        }
    }

    /** Returns the parts that are said to be the document, without the slash in front. */
    List<String> documents() {
        return documents.stream().map(target -> target.replaceFirst("^/", "")).toList();
    }
}
