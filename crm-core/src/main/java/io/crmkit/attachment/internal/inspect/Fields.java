package io.crmkit.attachment.internal.inspect;

import io.crmkit.attachment.RefusalCode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/**
 * The fields of a text: some fetch their content from other files or programs when the document is opened. An instruction
 * may be spread over many elements, so it is put together first. Not thread-safe.
 */
final class Fields implements XmlPart.Visitor {
    private static final Set<String> FETCHING =
            Set.of("DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "IMPORT", "INCLUDE", "LINK");
    private static final Pattern FIRST_WORD = Pattern.compile("\\s*([A-Z]{1,20})");
    private static final int MOST_INSTRUCTION = 64;

    private final StringBuilder instruction = new StringBuilder();
    private boolean inside;

    /** Says whether an instruction's first word fetches something. */
    static boolean fetches(String instruction) {
        Matcher word = FIRST_WORD.matcher(instruction.toUpperCase(Locale.ROOT));
        return word.lookingAt() && FETCHING.contains(word.group(1));
    }

    @Override
    public void element(XMLStreamReader reader) {
        String name = reader.getLocalName();
        inside = name.equals("instrText");
        if (name.equals("fldChar")) {
            end();
        } else if (name.equals("fldSimple")) {
            check(XmlPart.attribute(reader, "instr"));
        } else if (name.equals("altChunk")) {
            throw new Refusal(RefusalCode.EMBEDDED_FILE, "The document holds another file.");
        }
    }

    @Override
    public void text(XMLStreamReader reader) {
        if (inside && instruction.length() < MOST_INSTRUCTION) {
            instruction.append(reader.getText());
        }
    }

    /** Judges the instruction that was put together so far. */
    void end() {
        check(instruction.toString());
        instruction.setLength(0);
    }

    private static void check(String instruction) {
        if (fetches(instruction)) {
            throw new Refusal(
                    RefusalCode.EXTERNAL_CONTENT, "A field of the document fetches its content from elsewhere.");
        }
    }
}
