package io.crmkit.verify.attachment;

import static io.crmkit.verify.attachment.Bits.latin;
import static io.crmkit.verify.attachment.HostileImages.patched;

import io.crmkit.attachment.RefusalCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Compound files that are no documents, hold what acts, or lead in circles. */
final class HostileDocs {
    private static final int ENTRY = 128;

    private HostileDocs() {}

    static List<Hostile> all() {
        List<Hostile> all = new ArrayList<>(contents());
        all.addAll(others());
        all.addAll(circles());
        return all;
    }

    private static Hostile storage(String name, RefusalCode code) {
        return Hostile.of(
                "storage " + name, MadeDocuments.doc("a.doc", root -> put(root.createDirectory(name), "a")), code);
    }

    private static Hostile stream(String name, RefusalCode code) {
        return Hostile.of("stream " + name, MadeDocuments.doc("a.doc", root -> put(root, name)), code);
    }

    private static void put(DirectoryEntry storage, String name) throws IOException {
        storage.createDocument(name, new ByteArrayInputStream(new byte[100]));
    }

    private static List<Hostile> contents() {
        return List.of(
                storage("Macros", RefusalCode.SCRIPT),
                storage("MACROS", RefusalCode.SCRIPT),
                storage("_VBA_PROJECT_CUR", RefusalCode.SCRIPT),
                storage("VBA", RefusalCode.SCRIPT),
                stream("_VBA_PROJECT", RefusalCode.SCRIPT),
                storage("ObjectPool", RefusalCode.EMBEDDED_FILE),
                storage("Anything", RefusalCode.EMBEDDED_FILE),
                stream("\u0001Ole10Native", RefusalCode.EMBEDDED_FILE),
                stream("Package", RefusalCode.EMBEDDED_FILE),
                stream("Workbook", RefusalCode.UNKNOWN_TYPE),
                stream("Book", RefusalCode.UNKNOWN_TYPE),
                stream("PowerPoint Document", RefusalCode.UNKNOWN_TYPE),
                stream("EncryptedPackage", RefusalCode.ENCRYPTED),
                Hostile.of(
                        "macros below",
                        MadeDocuments.doc(
                                "a.doc",
                                root -> put(root.createDirectory("MsoDataStore").createDirectory("VBA"), "a")),
                        RefusalCode.SCRIPT));
    }

    /** A compound file with streams of these names and bytes. */
    private static Sample compound(String name, byte[] content, String... more) {
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            files.createDocument(new ByteArrayInputStream(content), name);
            for (String other : more) {
                files.createDocument(new ByteArrayInputStream(new byte[5_000]), other);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            files.writeFilesystem(out);
            return new Sample("a.doc", out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The stream of a document, with Word's mark, this version and these flags. */
    private static byte[] main(int version, int flags, String text) {
        byte[] head =
                Bits.joined(Bits.low16(0xA5EC), Bits.low16(version), new byte[6], Bits.low16(flags), new byte[500]);
        return Arrays.copyOf(Bits.joined(head, latin(text)), 5_000);
    }

    /** The document from which the others differ by one thing. */
    static Sample good() {
        return compound("WordDocument", main(0xC1, 0, "A text."), "0Table");
    }

    private static Hostile field(String text) {
        Sample file = compound("WordDocument", main(0xC1, 0, text), "0Table");
        return Hostile.of("field of " + text.length(), file, RefusalCode.EXTERNAL_CONTENT);
    }

    private static List<Hostile> others() {
        Sample good = Sample.kept("libreoffice.doc");
        return List.of(
                Hostile.of("no document", compound("Other", new byte[5_000]), RefusalCode.UNKNOWN_TYPE),
                Hostile.of("no mark", compound("WordDocument", new byte[5_000], "0Table"), RefusalCode.UNKNOWN_TYPE),
                Hostile.of(
                        "short document", compound("WordDocument", new byte[10], "0Table"), RefusalCode.UNKNOWN_TYPE),
                Hostile.of(
                        "Word 6",
                        compound("WordDocument", main(0x65, 0, ""), "0Table"),
                        RefusalCode.UNSUPPORTED_VARIANT),
                Hostile.of(
                        "encrypted", compound("WordDocument", main(0xC1, 0x0100, ""), "0Table"), RefusalCode.ENCRYPTED),
                Hostile.of("no table", compound("WordDocument", main(0xC1, 0, "")), RefusalCode.DAMAGED),
                Hostile.of(
                        "other table", compound("WordDocument", main(0xC1, 0x0200, ""), "0Table"), RefusalCode.DAMAGED),
                field("\u0013 DDEAUTO c:\\\\cmd.exe \u0014"),
                field("\u0013DDE a b\u0014"),
                field("\u0013\0 \0D\0D\0E\0A\0U\0T\0O\0 \0"),
                field("\u0013 INCLUDETEXT \"http://evil.example\""),
                Hostile.of("archive behind", good.plus(ZipForge.jar()), RefusalCode.DAMAGED, RefusalCode.FOREIGN_DATA),
                Hostile.of("archive in free sectors", archive(good), RefusalCode.FOREIGN_DATA),
                Hostile.of("sectors behind", good.plus(new byte[512 * 200]), RefusalCode.FOREIGN_DATA),
                Hostile.of("mark only", good.cut(512), RefusalCode.DAMAGED));
    }

    private static Sample archive(Sample good) {
        byte[] jar = ZipForge.jar();
        byte[] front = new byte[512 - jar.length % 512];
        return good.plus(Bits.joined(front, jar));
    }

    /** Values that lead in circles or out of the file, each put in the place of a right one. */
    private static List<Hostile> circles() {
        Sample good = good();
        byte[] content = good.content();
        int table = 512 * (1 + low(content, 76));
        int directory = 512 * (1 + low(content, 48));
        List<Hostile> all = new ArrayList<>();
        for (int sector = 0; sector < content.length / 512 - 1; sector++) {
            if (low(content, table + 4 * sector) >= 0) {
                all.add(damaged("chain to itself", good, table + 4 * sector, sector));
            }
            all.add(damaged("chain out of the file", good, table + 4 * sector, 0x00FFFFFF));
        }
        // To the left and to the right of the first entry, and below the root.
        for (int at : List.of(ENTRY + 68, ENTRY + 72, 76)) {
            all.add(damaged("tree to its root", good, directory + at, 0));
            all.add(damaged("tree out of the file", good, directory + at, 9_999));
        }
        all.add(damaged("stream out of the file", good, directory + ENTRY + 116, 9_999));
        all.add(damaged("stream too large", good, directory + ENTRY + 120, 0x7FFFFFFF));
        all.add(damaged("negative stream", good, directory + ENTRY + 120, -2));
        all.add(damaged("directory out of the file", good, 48, 9_999));
        all.add(damaged("tree to itself", good, directory + ENTRY + 68, 1));
        all.add(damaged("small table out of the file", Sample.kept("libreoffice.doc"), 60, 9_999));
        all.add(damaged("table out of the file", good, 76, 9_999));
        all.add(damaged("table twice", good, 80, low(content, 76)));
        all.add(damaged("more tables", good, 44, 100_000));
        all.add(damaged("tables of tables", good, 72, 0x7FFFFFFF));
        return all;
    }

    private static Hostile damaged(String kind, Sample file, int at, int value) {
        byte[] bytes = Bits.low32(value);
        Sample patched = patched(file, at, bytes[0], bytes[1], bytes[2], bytes[3]);
        return Hostile.of(kind + " at " + at, patched, RefusalCode.DAMAGED);
    }

    private static int low(byte[] content, int at) {
        return (content[at] & 0xFF)
                | (content[at + 1] & 0xFF) << 8
                | (content[at + 2] & 0xFF) << 16
                | content[at + 3] << 24;
    }
}
