package io.crmkit.verify.attachment;

import static io.crmkit.verify.attachment.Bits.latin;
import static io.crmkit.verify.attachment.ZipForge.body;
import static io.crmkit.verify.attachment.ZipForge.relationship;
import static io.crmkit.verify.attachment.ZipForge.relationships;
import static io.crmkit.verify.attachment.ZipForge.types;

import io.crmkit.attachment.RefusalCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Archives that are no documents, that lie, or that hold what acts or fetches. */
final class HostileDocx {
    private static final String MAIN =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final String RELS = "word/_rels/document.xml.rels";

    private HostileDocx() {}

    static List<Hostile> all() {
        List<Hostile> all = new ArrayList<>(parts());
        all.addAll(references());
        all.addAll(lies());
        all.addAll(names());
        all.addAll(bombs());
        return all;
    }

    /** The document from which all others differ by one thing. */
    static Sample good() {
        return built(parts -> {});
    }

    private static Sample built(Consumer<Map<String, byte[]>> change) {
        Map<String, byte[]> parts = ZipForge.document();
        change.accept(parts);
        return new Sample("forged.docx", ZipForge.of(parts).bytes());
    }

    private static Hostile with(String kind, Consumer<Map<String, byte[]>> change, RefusalCode... codes) {
        return Hostile.of(kind, built(change), codes);
    }

    /** A document whose main part is said to be of another type. */
    private static Hostile main(String type, RefusalCode code) {
        String types = Bits.text(types("")).replace(MAIN, type);
        return with("main part " + type, parts -> parts.put("[Content_Types].xml", latin(types)), code);
    }

    private static Hostile part(String name, String type, RefusalCode... codes) {
        String override = "<Override PartName=\"/" + name + "\" ContentType=\"" + type + "\"/>";
        return with(
                "part " + name + " " + type,
                parts -> {
                    parts.put("[Content_Types].xml", types(override));
                    parts.put(name, latin("<x/>"));
                },
                codes);
    }

    private static List<Hostile> parts() {
        return List.of(
                main("application/vnd.ms-word.document.macroEnabled.main+xml", RefusalCode.SCRIPT),
                main("application/vnd.ms-word.template.macroEnabledTemplate.main+xml", RefusalCode.SCRIPT),
                main(MAIN.replace("document.main", "template.main"), RefusalCode.UNKNOWN_TYPE),
                main(
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                        RefusalCode.UNKNOWN_TYPE),
                main("application/xml", RefusalCode.UNKNOWN_TYPE),
                main(MAIN + " ; x", RefusalCode.UNKNOWN_TYPE),
                part("word/vbaProject.bin", "application/vnd.ms-office.vbaProject", RefusalCode.SCRIPT),
                part("word/VBAPROJECT.bin", "image/png", RefusalCode.SCRIPT),
                part("word/vbaData.xml", "application/vnd.ms-word.vbaData+xml", RefusalCode.SCRIPT),
                part("word/harmless.xml", "application/vnd.ms-word.vbaData+xml", RefusalCode.SCRIPT),
                part("word/activeX/activeX1.xml", "application/xml", RefusalCode.EMBEDDED_FILE),
                part("word/a.xml", "application/vnd.ms-office.activeX+xml", RefusalCode.EMBEDDED_FILE),
                part("word/embeddings/oleObject1.bin", "image/png", RefusalCode.EMBEDDED_FILE),
                part(
                        "word/a.bin",
                        "application/vnd.openxmlformats-officedocument.oleObject",
                        RefusalCode.EMBEDDED_FILE),
                part("word/a.exe", "application/octet-stream", RefusalCode.EMBEDDED_FILE),
                part("word/chunk.html", "text/html", RefusalCode.EMBEDDED_FILE),
                part("word/chunk.mht", "message/rfc822", RefusalCode.EMBEDDED_FILE),
                part("word/chunk.rtf", "application/rtf", RefusalCode.EMBEDDED_FILE),
                part("word/a.js", "application/javascript", RefusalCode.EMBEDDED_FILE),
                part("word/second.xml", MAIN, RefusalCode.UNKNOWN_TYPE),
                with("part without type", parts -> parts.put("a.exe", latin("MZ")), RefusalCode.EMBEDDED_FILE),
                with("no types", parts -> parts.remove("[Content_Types].xml"), RefusalCode.UNKNOWN_TYPE),
                with("no relationships", parts -> parts.remove("_rels/.rels"), RefusalCode.UNKNOWN_TYPE),
                with("no document", parts -> parts.remove("word/document.xml"), RefusalCode.UNKNOWN_TYPE),
                with("broken types", parts -> parts.put("[Content_Types].xml", latin("<Types>")), RefusalCode.DAMAGED),
                with("broken text", parts -> parts.put("word/document.xml", latin("<w:p>")), RefusalCode.DAMAGED));
    }

    private static Hostile refers(String kind, String target, String mode, RefusalCode code) {
        return with(
                kind + " to " + target,
                parts -> parts.put(RELS, relationships(relationship(kind, target, mode))),
                code);
    }

    private static Hostile text(String kind, String content, RefusalCode code) {
        return with(kind, parts -> parts.put("word/document.xml", body(content)), code);
    }

    private static List<Hostile> references() {
        String piece = "<w:r><w:instrText>DD</w:instrText></w:r><w:r><w:instrText>EAUTO cmd</w:instrText></w:r>";
        String two = relationship("officeDocument", "word/document.xml", "")
                + relationship("officeDocument", "/word/document.xml", "");
        return List.of(
                refers("attachedTemplate", "http://evil.example/t.dotm", "External", RefusalCode.EXTERNAL_CONTENT),
                refers("attachedTemplate", "file:///c:/t.dotm", "External", RefusalCode.EXTERNAL_CONTENT),
                refers("attachedTemplate", "\\\\evil\\t.dotm", "External", RefusalCode.EXTERNAL_CONTENT),
                refers("attachedTemplate", "http://evil.example/t.dotm", "", RefusalCode.EXTERNAL_CONTENT),
                refers("image", "http://evil.example/pixel.png", "External", RefusalCode.EXTERNAL_CONTENT),
                refers("image", "//evil.example/pixel.png", "", RefusalCode.EXTERNAL_CONTENT),
                refers("frame", "http://evil.example/", " external ", RefusalCode.EXTERNAL_CONTENT),
                refers("oleObject", "http://evil.example/a", "External", RefusalCode.EXTERNAL_CONTENT),
                refers("oleObject", "media/a.bin", "", RefusalCode.EMBEDDED_FILE),
                refers("package", "a.xlsx", "", RefusalCode.EMBEDDED_FILE),
                refers("control", "a.xml", "", RefusalCode.EMBEDDED_FILE),
                refers("aFChunk", "a.html", "", RefusalCode.EMBEDDED_FILE),
                refers("subDocument", "a.docx", "External", RefusalCode.EXTERNAL_CONTENT),
                refers("mailMergeSource", "file:///a.csv", "External", RefusalCode.EXTERNAL_CONTENT),
                refers("vbaProject", "media/a.bin", "", RefusalCode.SCRIPT),
                text("DDE", "<w:fldSimple w:instr=\" DDE cmd a b\"/>", RefusalCode.EXTERNAL_CONTENT),
                text("DDEAUTO in pieces", piece, RefusalCode.EXTERNAL_CONTENT),
                text(
                        "dde in small letters",
                        piece.toLowerCase(Locale.ROOT).replace("instrtext", "instrText"),
                        RefusalCode.EXTERNAL_CONTENT),
                text("included text", "<w:fldSimple w:instr=\"INCLUDETEXT c:/a\"/>", RefusalCode.EXTERNAL_CONTENT),
                text(
                        "included picture",
                        "<w:fldSimple w:instr=\"INCLUDEPICTURE http://a\"/>",
                        RefusalCode.EXTERNAL_CONTENT),
                text("chunk", "<w:altChunk/>", RefusalCode.EMBEDDED_FILE),
                with("two documents", parts -> parts.put("_rels/.rels", relationships(two)), RefusalCode.UNKNOWN_TYPE));
    }

    private static Hostile lie(String kind, Consumer<ZipForge.Lies> change, RefusalCode... codes) {
        ZipForge.Lies lies = new ZipForge.Lies();
        change.accept(lies);
        ZipForge forge = ZipForge.of(ZipForge.document());
        forge.add("word/theme.xml", "word/theme.xml", latin("<a>" + "b".repeat(99) + "</a>"), lies);
        return Hostile.of(kind, new Sample("forged.docx", forge.bytes()), codes);
    }

    private static List<Hostile> lies() {
        byte[] good = ZipForge.of(ZipForge.document()).bytes();
        ZipForge behind = new ZipForge(latin("MZ"));
        ZipForge.document().forEach(behind::add);
        return List.of(
                lie("wrong sum", lies -> lies.sumMore = 1, RefusalCode.DAMAGED),
                lie("larger than it says", lies -> lies.sizeMore = -50, RefusalCode.FOREIGN_DATA),
                lie("smaller than it says", lies -> lies.sizeMore = 50, RefusalCode.DAMAGED),
                lie("two sizes", lies -> lies.localSizeMore = 1, RefusalCode.FOREIGN_DATA),
                lie("encrypted", lies -> lies.flags = 1, RefusalCode.ENCRYPTED),
                lie("unknown method", lies -> lies.method = 12, RefusalCode.UNSUPPORTED_VARIANT),
                lie("bytes behind data", lies -> lies.behindData = latin("<script>"), RefusalCode.FOREIGN_DATA),
                lie("no descriptor", lies -> lies.flags = 8, RefusalCode.FOREIGN_DATA),
                Hostile.of("remark", new Sample("a.docx", Bits.joined(good, latin("x"))), RefusalCode.FOREIGN_DATA),
                Hostile.of("program in front", new Sample("a.docx", behind.bytes()), RefusalCode.UNKNOWN_TYPE),
                Hostile.of("gap", gap(), RefusalCode.FOREIGN_DATA),
                Hostile.of(
                        "count too high",
                        new Sample("a.docx", ZipForge.of(ZipForge.document()).bytes(1)),
                        RefusalCode.DAMAGED),
                Hostile.of(
                        "count too low",
                        new Sample("a.docx", ZipForge.of(ZipForge.document()).bytes(-1)),
                        RefusalCode.DAMAGED),
                Hostile.of("archive of Java", new Sample("a.docx", ZipForge.jar()), RefusalCode.UNKNOWN_TYPE),
                Hostile.of("empty archive", new Sample("a.docx", new ZipForge().bytes()), RefusalCode.UNKNOWN_TYPE));
    }

    private static Sample gap() {
        ZipForge forge = ZipForge.of(ZipForge.document()).gap("hidden").add("word/a.xml", latin("<a/>"));
        return new Sample("forged.docx", forge.bytes());
    }

    private static List<Hostile> names() {
        List<Hostile> all = new ArrayList<>();
        for (String name : List.of(
                "/word/a.xml",
                "../a.xml",
                "word/../../a.xml",
                "word\\a.xml",
                "c:a.xml",
                "word//a.xml",
                "./a.xml",
                "a\0.xml",
                "a\n.xml",
                "\u00E4.xml",
                "WORD/Document.xml",
                "word/document.xml",
                "a".repeat(300) + ".xml")) {
            byte[] bytes =
                    ZipForge.of(ZipForge.document()).add(name, latin("<a/>")).bytes();
            all.add(Hostile.of(
                    "entry name of " + name.length(), new Sample("a.docx", bytes), RefusalCode.FOREIGN_DATA));
        }
        byte[] twoNames = ZipForge.of(ZipForge.document())
                .add("word/a.xml", "word/b.xml", latin("<a/>"), new ZipForge.Lies())
                .bytes();
        all.add(Hostile.of("two names", new Sample("a.docx", twoNames), RefusalCode.FOREIGN_DATA));
        return all;
    }

    private static List<Hostile> bombs() {
        String entities =
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
        String fetched = "<?xml version=\"1.0\"?><!DOCTYPE x SYSTEM \"file:///etc/passwd\"><x/>";
        return List.of(
                with(
                        "bomb",
                        parts -> parts.put("word/bomb.xml", new byte[40 << 20]),
                        RefusalCode.EXPANDS_TOO_MUCH,
                        RefusalCode.DAMAGED),
                with(
                        "bomb of pictures",
                        parts -> {
                            parts.put(
                                    "[Content_Types].xml",
                                    types("<Default Extension=\"png\" ContentType=\"image/png\"/>"));
                            parts.put("word/bomb.png", new byte[40 << 20]);
                        },
                        RefusalCode.EXPANDS_TOO_MUCH),
                with(
                        "bomb of types",
                        parts -> parts.put("[Content_Types].xml", latin(Bits.text(types("")) + " ".repeat(20 << 20))),
                        RefusalCode.EXPANDS_TOO_MUCH),
                with(
                        "entities in text",
                        parts -> parts.put("word/document.xml", latin(entities + "<x>&b;</x>")),
                        RefusalCode.EXPANDS_TOO_MUCH),
                with(
                        "entities in types",
                        parts -> parts.put("[Content_Types].xml", latin(entities + "<x>&b;</x>")),
                        RefusalCode.EXPANDS_TOO_MUCH),
                with(
                        "definition elsewhere",
                        parts -> parts.put("word/document.xml", latin(fetched)),
                        RefusalCode.EXPANDS_TOO_MUCH),
                Hostile.of("many entries", many(), RefusalCode.EXPANDS_TOO_MUCH));
    }

    private static Sample many() {
        ZipForge forge = ZipForge.of(ZipForge.document());
        for (int i = 0; i < 3_000; i++) {
            forge.add("word/" + i + ".xml", latin("<a/>"));
        }
        return new Sample("forged.docx", forge.bytes());
    }
}
