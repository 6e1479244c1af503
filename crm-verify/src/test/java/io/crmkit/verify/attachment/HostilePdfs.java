package io.crmkit.verify.attachment;

import static io.crmkit.verify.attachment.Bits.joined;
import static io.crmkit.verify.attachment.Bits.latin;
import static io.crmkit.verify.attachment.PdfForge.objectStream;
import static io.crmkit.verify.attachment.PdfForge.stream;
import static io.crmkit.verify.attachment.PdfForge.with;

import io.crmkit.attachment.RefusalCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;

/** PDFs that act, hide or lie. */
final class HostilePdfs {
    private static final String SCRIPT = "<</S/JavaScript/JS(app.alert\\(1\\))>>";
    private static final String TYPE = "/Type/ObjStm";

    private HostilePdfs() {}

    static List<Hostile> all() {
        List<Hostile> all = new ArrayList<>(scripts());
        all.addAll(actions());
        all.addAll(files());
        all.addAll(hidden());
        all.addAll(structures());
        return all;
    }

    /** The document from which the others differ by one thing. */
    static Sample good() {
        return with("", latin("<</Kids[(/JavaScript)(/Launch) <2f4a53>]>>"));
    }

    private static Hostile script(String kind, Sample file) {
        return Hostile.of("script " + kind, file, RefusalCode.SCRIPT);
    }

    private static List<Hostile> scripts() {
        return List.of(
                script("on opening", with("/OpenAction 4 0 R", SCRIPT)),
                script("inline", with("/OpenAction " + SCRIPT)),
                script("in names", with("/Names<</JavaScript<</Names[(a)4 0 R]>>>>", SCRIPT)),
                script("of a page", with("", "<</Type/Page/AA<</O " + SCRIPT + ">>>>")),
                script("of a field", with("", "<</FT/Tx/AA<</K " + SCRIPT + ">>>>")),
                script("of a link", with("", "<</Type/Annot/Subtype/Link/A " + SCRIPT + ">>")),
                script("escaped", with("", "<</S/J#61va#53cript/J#53(a)>>")),
                script("escaped as a whole", with("", "<</S/#4a#61#76#61#53#63#72#69#70#74>>")),
                script("escaped key", with("", "<</#4a#53(a)>>")),
                script("behind a remark", with("", "<</S%x\n/JavaScript%y\r/JS(a)>>")),
                script("apart from its key", with("", latin("<</S 5 0 R>>"), latin("/JavaScript"))),
                script("behind a broken nest", with("", "<</A[>>/JS(a)>>")),
                script("behind a stray bracket", with("", "<</A(b)) >> >> /JS (a)")),
                script("of a form", with("/AcroForm<</XFA 4 0 R>>", "[]")),
                script(
                        "by PDFBox",
                        MadeDocuments.pdf(
                                "a.pdf",
                                document -> document.getDocumentCatalog()
                                        .setOpenAction(new PDActionJavaScript("app.alert(1)")))),
                script("after the trailer", with("", "/Evil " + SCRIPT, new byte[0][])),
                script("in an object that no table knows", unlisted()),
                script("in a later version", later()));
    }

    private static Sample unlisted() {
        return with("", stream("", joined(latin("x\n9 0 obj\n" + SCRIPT + "\nendobj\n"))));
    }

    /** A good document, and behind its end a change. */
    private static Sample later() {
        byte[] good = good().content();
        String change = "1 0 obj\n<</Type/Catalog/Pages 2 0 R/OpenAction " + SCRIPT + ">>\nendobj\n";
        int start = good.length + change.length();
        String table =
                "xref\n1 1\n" + String.format("%010d", good.length) + " 00000 n \ntrailer\n<</Size 5/Root 1 0 R>>\n";
        return new Sample("a.pdf", joined(good, latin(change + table + "startxref\n" + start + "\n%%EOF\n")));
    }

    private static Hostile acts(String kind, Sample file) {
        return Hostile.of("action " + kind, file, RefusalCode.AUTOMATIC_ACTION);
    }

    private static List<Hostile> actions() {
        return List.of(
                acts("launch", with("/OpenAction<</S/Launch/F(cmd.exe)>>")),
                acts("launch of a link", with("", "<</Subtype/Link/A<</S/Launch/F(cmd.exe)>>>>")),
                acts("launch escaped", with("", "<</S/L#61unch/F(a)>>")),
                acts(
                        "launch by PDFBox",
                        MadeDocuments.pdf(
                                "a.pdf",
                                document -> document.getDocumentCatalog().setOpenAction(new PDActionLaunch()))),
                acts("submit", with("", "<</S/SubmitForm/F(http://evil.example)>>")),
                acts("import", with("", "<</S/ImportData/F(a.fdf)>>")),
                acts("web on opening", with("/OpenAction<</S/URI/URI(http://evil.example)>>")),
                acts("web on opening, apart", with("/OpenAction 4 0 R", "<</S/URI/URI(http://evil.example)>>")),
                acts("web after a place", with("/OpenAction<</S/GoTo/D[3 0 R/Fit]/Next<</S/URI/URI(a)>>>>")),
                acts("two actions on opening", with("/OpenAction[3 0 R/Fit]/OpenAction<</S/URI/URI(a)>>")),
                acts("two kinds of action", with("/OpenAction<</S/GoTo/S/URI/D[3 0 R/Fit]/URI(a)>>")),
                acts("nothing known", with("/OpenAction 99 0 R")),
                acts("web when a page opens", with("", "<</Type/Page/AA<</O<</S/URI/URI(a)>>>>>>")),
                acts("apart when a page opens", with("", "<</Type/Page/AA 4 0 R>>")),
                acts("print on opening", with("/OpenAction<</S/Named/N/Print>>")),
                Hostile.of("other document", with("", "<</S/GoToR/F(a.pdf)>>"), RefusalCode.EXTERNAL_CONTENT),
                Hostile.of("document inside", with("", "<</S/GoToE/F(a.pdf)>>"), RefusalCode.EXTERNAL_CONTENT),
                Hostile.of(
                        "stream elsewhere",
                        with("", stream("/F(http://evil.example)", new byte[0])),
                        RefusalCode.EXTERNAL_CONTENT));
    }

    private static Hostile holds(String kind, Sample file) {
        return Hostile.of("file " + kind, file, RefusalCode.EMBEDDED_FILE);
    }

    private static List<Hostile> files() {
        return List.of(
                holds("embedded", with("", stream("/Type/EmbeddedFile", latin("MZ")))),
                holds("in names", with("/Names<</EmbeddedFiles<<>>>>")),
                holds("specified", with("", "<</Type/Filespec/EF<</F 3 0 R>>/F(a.exe)>>")),
                holds("specified without type", with("", "<</EF<</F 3 0 R>>/UF(a.exe)>>")),
                holds("attached", with("", "<</Subtype/FileAttachment>>")),
                holds("rich media", with("", "<</Subtype/RichMedia>>")),
                holds("film", with("", "<</Subtype/Movie>>")),
                holds("sound", with("", "<</S/Sound>>")),
                holds("screen", with("", "<</Subtype/Screen>>")),
                holds("space", with("", "<</Subtype/3D>>")));
    }

    private static List<Hostile> hidden() {
        byte[] zeros = Bits.packed(new byte[40 << 20], false);
        byte[] plain = latin("9 0 " + SCRIPT);
        return List.of(
                script("in an object stream", with("", objectStream(9, SCRIPT, TYPE))),
                script("escaped in an object stream", with("", objectStream(9, "<</J#53(a)>>", TYPE))),
                script("in an object stream with an escaped type", with("", objectStream(9, SCRIPT, "/Type/Obj#53tm"))),
                script("in an object stream without type", with("", objectStream(9, SCRIPT, ""))),
                script("in an object stream that is not packed", with("", stream(TYPE + "/N 1/First 4", plain))),
                script("in an object stream with a wrong length", with("", longer())),
                acts("in an object stream", with("/OpenAction 9 0 R", objectStream(9, "<</S/URI/URI(a)>>", TYPE))),
                holds("in an object stream", with("", objectStream(9, "<</Type/EmbeddedFile>>", TYPE))),
                opaque("hexadecimal", stream(TYPE + "/N 1/First 4/Filter/ASCIIHexDecode", latin("3c3c>"))),
                opaque("packed twice", stream(TYPE + "/N 1/First 4/Filter[/FlateDecode/FlateDecode]", plain)),
                opaque(
                        "predicted",
                        stream(TYPE + "/N 1/First 4/Filter/FlateDecode/DecodeParms<</Predictor 12>>", plain)),
                opaque("packed elsewhere", stream(TYPE + "/N 1/First 4/Filter 3 0 R", plain)),
                opaque("broken", stream(TYPE + "/N 1/First 4/Filter/FlateDecode", plain)),
                Hostile.of(
                        "bomb",
                        with("", stream(TYPE + "/N 1/First 4/Filter/FlateDecode", zeros)),
                        RefusalCode.EXPANDS_TOO_MUCH),
                Hostile.of(
                        "objects in objects",
                        with("", "obj(".repeat(1_000_000)),
                        RefusalCode.EXPANDS_TOO_MUCH,
                        RefusalCode.OPAQUE),
                Hostile.of(
                        "names in objects",
                        with("", "obj/A".repeat(900_000)),
                        RefusalCode.EXPANDS_TOO_MUCH,
                        RefusalCode.OPAQUE),
                Hostile.of("deep nest", with("", "[".repeat(200_000)), RefusalCode.OPAQUE),
                Hostile.of("deep dictionaries", with("", "<</A".repeat(200_000)), RefusalCode.OPAQUE));
    }

    private static byte[] longer() {
        return latin(Bits.text(objectStream(9, SCRIPT, TYPE)).replaceFirst("/Length [0-9]+", "/Length 2"));
    }

    private static Hostile opaque(String kind, byte[] object) {
        return Hostile.of("object stream " + kind, with("", object), RefusalCode.OPAQUE);
    }

    private static List<Hostile> structures() {
        Sample good = good();
        String text = Bits.text(good.content());
        return List.of(
                Hostile.of("archive behind", good.plus(ZipForge.jar()), RefusalCode.FOREIGN_DATA),
                Hostile.of("archive inside", archive(good), RefusalCode.FOREIGN_DATA),
                Hostile.of("page behind", good.plus(latin("<html>")), RefusalCode.FOREIGN_DATA),
                Hostile.of(
                        "late header",
                        new Sample("a.pdf", joined(latin("MZ\u0090\n"), good.content())),
                        RefusalCode.UNKNOWN_TYPE),
                Hostile.of(
                        "space in front",
                        new Sample("a.pdf", joined(latin(" "), good.content())),
                        RefusalCode.UNKNOWN_TYPE),
                Hostile.of("version 9.9", changed(text, "%PDF-1.7", "%PDF-9.9"), RefusalCode.UNSUPPORTED_VARIANT),
                Hostile.of("no end", changed(text, "%%EOF", ""), RefusalCode.DAMAGED),
                Hostile.of("no table", changed(text, "startxref", "stortxref"), RefusalCode.DAMAGED),
                Hostile.of("table elsewhere", changed(text, "startxref\n", "startxref\n1"), RefusalCode.DAMAGED),
                Hostile.of("table of text", changed(text, "startxref\n", "startxref\nx"), RefusalCode.DAMAGED),
                Hostile.of("no catalogue", changed(text, "/Catalog", "/Katalog"), RefusalCode.DAMAGED),
                Hostile.of("no page", changed(text, "/Page/", "/Pogo/"), RefusalCode.DAMAGED),
                Hostile.of("marks only", new Sample("a.pdf", latin("%PDF-1.4\n%%EOF")), RefusalCode.DAMAGED),
                encrypted("says so", with("", "/Encrypt 4 0 R", latin("<<>>"))),
                encrypted("says so escaped", with("", "/Encr#79pt 4 0 R", latin("<<>>"))),
                encrypted("says so in a table", with("", stream("/Type/XRef/Encrypt 3 0 R", new byte[0]))),
                encrypted("with a password", locked("secret")),
                encrypted("without a password", locked("")));
    }

    private static Sample changed(String text, String old, String other) {
        return new Sample("a.pdf", Bits.replaced(latin(text), old, other));
    }

    /** An archive whose remark is the end of a document. */
    private static Sample archive(Sample good) {
        String text = Bits.text(good.content());
        String end = text.substring(text.lastIndexOf("startxref"));
        byte[] jar = ZipForge.jar();
        System.arraycopy(Bits.low16(end.length()), 0, jar, jar.length - 2, 2);
        return new Sample("a.pdf", joined(good.content(), jar, latin(end)));
    }

    private static Hostile encrypted(String kind, Sample file) {
        return Hostile.of("encrypted " + kind, file, RefusalCode.ENCRYPTED);
    }

    private static Sample locked(String password) {
        try (PDDocument document = Loader.loadPDF(Sample.kept("libreoffice.pdf").content())) {
            document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return new Sample("a.pdf", out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
