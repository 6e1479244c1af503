package io.crmkit.attachment.internal.inspect;

import io.crmkit.attachment.RefusalCode;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML without definitions of types and entities; a part that has some is refused. */
final class XmlPart {
    private XmlPart() {}

    /** What looks at elements and texts, in the order of the document. */
    interface Visitor {
        /** The reader stands at a start of an element; its local name and its attributes may be asked. */
        void element(XMLStreamReader reader);

        /** Some text; one text may come in pieces. */
        default void text(XMLStreamReader reader) {}
    }

    static void visit(InputStream content, Visitor visitor) {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(content);
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamReader.START_ELEMENT -> visitor.element(reader);
                    case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA -> visitor.text(reader);
                    case XMLStreamReader.DTD, XMLStreamReader.ENTITY_REFERENCE ->
                        throw new Refusal(
                                RefusalCode.EXPANDS_TOO_MUCH, "A part of the document defines types or entities.");
                    default -> {
                        // Ends, spaces and remarks do nothing.
                    }
                }
            }
            reader.close();
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof Refusal refusal
                    ? refusal
                    : Refusal.damaged("A part of the document is not well-formed.");
        }
    }

    /** The JDK's, whatever others the host has. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    /** The value of an attribute, whatever its namespace; empty if it is missing. */
    static String attribute(XMLStreamReader reader, String localName) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(localName)) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }
}
