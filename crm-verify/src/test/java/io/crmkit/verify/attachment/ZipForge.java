package io.crmkit.verify.attachment;

import static io.crmkit.verify.attachment.Bits.joined;
import static io.crmkit.verify.attachment.Bits.latin;
import static io.crmkit.verify.attachment.Bits.low16;
import static io.crmkit.verify.attachment.Bits.low32;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes archives that may lie: what stands in front, between and behind, and what headers and directory say. */
final class ZipForge {
    private final ByteArrayOutputStream entries = new ByteArrayOutputStream();
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private final byte[] front;
    private int count;

    ZipForge() {
        this(new byte[0]);
    }

    ZipForge(byte[] front) {
        this.front = front;
        entries.writeBytes(front);
    }

    static byte[] jar() {
        return new ZipForge()
                .add("META-INF/MANIFEST.MF", latin("Manifest-Version: 1.0\r\n"))
                .add("Evil.class", latin("\u00CA\u00FE\u00BA\u00BE\0\0\0004"))
                .bytes();
    }

    static ZipForge of(Map<String, byte[]> parts) {
        ZipForge forge = new ZipForge();
        parts.forEach(forge::add);
        return forge;
    }

    ZipForge add(String name, byte[] content) {
        return add(name, name, content, new Lies());
    }

    /** How an entry differs from what it should be. */
    static final class Lies {
        int flags;
        int method = 8;
        int sizeMore;
        int sumMore;
        int localSizeMore;
        byte[] behindData = new byte[0];
    }

    ZipForge add(String localName, String centralName, byte[] content, Lies lies) {
        int header = entries.size();
        byte[] packed = lies.method == 8 ? Bits.packed(content, true) : content;
        packed = joined(packed, lies.behindData);
        byte[] sum = low32(Bits.crc(content) + lies.sumMore);
        int size = content.length + lies.sizeMore;
        byte[] kind = joined(low16(20), low16(lies.flags), low16(lies.method), low32(0x21));
        byte[] localSizes = joined(sum, low32(packed.length), low32(size + lies.localSizeMore));
        byte[] sizes = joined(sum, low32(packed.length), low32(size));
        byte[] local = latin(localName);
        byte[] central = latin(centralName);
        entries.writeBytes(
                joined(latin("PK\u0003\u0004"), kind, localSizes, low16(local.length), low16(0), local, packed));
        directory.writeBytes(
                joined(latin("PK\u0001\u0002"), low16(20), kind, sizes, low16(central.length), new byte[12]));
        directory.writeBytes(joined(low32(header), central));
        count++;
        return this;
    }

    /** Bytes that no entry owns. */
    ZipForge gap(String text) {
        entries.writeBytes(latin(text));
        return this;
    }

    byte[] bytes() {
        return bytes(0);
    }

    byte[] bytes(int countMore) {
        int all = count + countMore;
        byte[] end = joined(low32(0), low16(all), low16(all), low32(directory.size()), low32(entries.size()), low16(0));
        return joined(entries.toByteArray(), directory.toByteArray(), latin("PK\u0005\u0006"), end);
    }

    /** Where the first entry begins. */
    int front() {
        return front.length;
    }

    /** The parts of a small document, which may be changed. */
    static Map<String, byte[]> document() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", types(""));
        parts.put("_rels/.rels", relationships(relationship("officeDocument", "word/document.xml", "")));
        parts.put("word/document.xml", body(""));
        return parts;
    }

    static byte[] types(String more) {
        return latin(
                "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument"
                        + ".wordprocessingml.document.main+xml\"/>" + more + "</Types>");
    }

    static byte[] relationships(String... all) {
        return latin("<?xml version=\"1.0\"?><Relationships "
                + "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + String.join("", all)
                + "</Relationships>");
    }

    static String relationship(String kind, String target, String mode) {
        return "<Relationship Id=\"r" + kind.length() + target.length()
                + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + kind
                + "\" Target=\"" + target + "\"" + (mode.isEmpty() ? "" : " TargetMode=\"" + mode + "\"") + "/>";
    }

    static byte[] body(String content) {
        return latin("<?xml version=\"1.0\"?><w:document "
                + "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p>" + content
                + "</w:p></w:body></w:document>");
    }
}
