package io.crmkit.verify.attachment;

import static io.crmkit.verify.attachment.Bits.joined;
import static io.crmkit.verify.attachment.Bits.latin;

import java.io.ByteArrayOutputStream;

/** Makes small PDFs with a right table, object by object. */
final class PdfForge {
    private static final String PAGES = "<</Type/Pages/Kids[3 0 R]/Count 1>>";
    private static final String PAGE = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringBuilder table = new StringBuilder("0000000000 65535 f \n");
    private int objects;

    private PdfForge() {
        out.writeBytes(latin("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n"));
    }

    /** A document with this in its catalogue, and these objects from number 4 on. */
    static Sample with(String catalogue, byte[]... more) {
        return with(catalogue, "", more);
    }

    static Sample with(String catalogue, String trailer, byte[]... more) {
        PdfForge forge = new PdfForge();
        forge.add(latin("<</Type/Catalog/Pages 2 0 R" + catalogue + ">>"));
        forge.add(latin(PAGES));
        forge.add(latin(PAGE));
        for (byte[] object : more) {
            forge.add(object);
        }
        return new Sample("forged.pdf", forge.end(trailer));
    }

    static Sample with(String catalogue, String more) {
        return with(catalogue, latin(more));
    }

    private void add(byte[] object) {
        objects++;
        table.append(String.format("%010d 00000 n %n", out.size()).replace("\r", ""));
        out.writeBytes(joined(latin(objects + " 0 obj\n"), object, latin("\nendobj\n")));
    }

    private byte[] end(String trailer) {
        int start = out.size();
        int size = objects + 1;
        out.writeBytes(latin("xref\n0 " + size + "\n" + table + "trailer\n<</Size " + size + "/Root 1 0 R" + trailer
                + ">>\nstartxref\n" + start + "\n%%EOF\n"));
        return out.toByteArray();
    }

    static byte[] stream(String dictionary, byte[] content) {
        return joined(
                latin("<<" + dictionary + "/Length " + content.length + ">>\nstream\n"), content, latin("\nendstream"));
    }

    /** An object stream with one object. */
    static byte[] objectStream(int number, String object, String type) {
        byte[] packed = Bits.packed(latin(number + " 0 " + object), false);
        int first = String.valueOf(number).length() + 3;
        return stream(type + "/N 1/First " + first + "/Filter/FlateDecode", packed);
    }
}
