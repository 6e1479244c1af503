package io.crmkit.verify.attachment;

import static io.crmkit.verify.attachment.Bits.joined;
import static io.crmkit.verify.attachment.Bits.latin;
import static io.crmkit.verify.attachment.PngForge.END;
import static io.crmkit.verify.attachment.PngForge.chunk;
import static io.crmkit.verify.attachment.PngForge.file;
import static io.crmkit.verify.attachment.PngForge.header;
import static io.crmkit.verify.attachment.PngForge.pixels;

import io.crmkit.attachment.RefusalCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Pictures with too much, too little or something else in them. */
final class HostileImages {
    private static final byte[] JAR = ZipForge.jar();
    private static final byte[] SCRIPT = latin("<script>alert(1)</script>");

    private HostileImages() {}

    static List<Hostile> all() {
        List<Hostile> all = new ArrayList<>(png());
        all.addAll(jpeg());
        all.addAll(gif());
        for (String extension : List.of("jpg", "png", "gif")) {
            Sample photo = MadeImages.photo(extension);
            all.add(Hostile.of("archive behind", photo.plus(JAR), RefusalCode.FOREIGN_DATA));
            all.add(Hostile.of("script behind", photo.plus(SCRIPT), RefusalCode.FOREIGN_DATA));
            all.add(Hostile.of("one byte behind", photo.plus(new byte[1]), RefusalCode.FOREIGN_DATA));
            all.add(Hostile.of("itself behind", photo.plus(photo.content()), RefusalCode.FOREIGN_DATA));
        }
        return all;
    }

    private static List<Hostile> png() {
        return List.of(
                Hostile.of("bomb", file(header(20_000, 20_000), pixels(1 << 20), END), RefusalCode.TOO_MANY_PIXELS),
                Hostile.of("bomb below the side", file(header(12_000, 12_000), END), RefusalCode.TOO_MANY_PIXELS),
                Hostile.of("negative width", file(header(-1, 4), pixels(20), END), RefusalCode.TOO_MANY_PIXELS),
                Hostile.of("no width", file(header(0, 4), pixels(20), END), RefusalCode.DAMAGED),
                Hostile.of("deep bomb", file(header(6_000, 6_000, 16, 6, 0), END), RefusalCode.TOO_MANY_PIXELS),
                Hostile.of("too many pixels", file(header(4, 4), pixels(4_000_000), END), RefusalCode.FOREIGN_DATA),
                Hostile.of("too few pixels", file(header(4, 4), pixels(19), END), RefusalCode.DAMAGED),
                Hostile.of("no pixels", file(header(4, 4), END), RefusalCode.DAMAGED),
                Hostile.of("no end", file(header(4, 4), pixels(20)), RefusalCode.DAMAGED),
                Hostile.of("no header", file(pixels(20), END), RefusalCode.DAMAGED),
                Hostile.of("two headers", PngForge.with(header(4, 4)), RefusalCode.DAMAGED),
                Hostile.of("unknown depth", file(header(4, 4, 3, 0, 0), pixels(20), END), RefusalCode.DAMAGED),
                Hostile.of("unknown colour", file(header(4, 4, 8, 5, 0), pixels(20), END), RefusalCode.DAMAGED),
                Hostile.of("unknown interlace", file(header(4, 4, 8, 0, 2), pixels(20), END), RefusalCode.DAMAGED),
                Hostile.of("no palette", file(header(4, 4, 8, 3, 0), pixels(20), END), RefusalCode.DAMAGED),
                Hostile.of("odd palette", PngForge.with(chunk("PLTE", new byte[4])), RefusalCode.DAMAGED),
                Hostile.of("unknown chunk", PngForge.with(chunk("EVIL", SCRIPT)), RefusalCode.UNSUPPORTED_VARIANT),
                Hostile.of("nameless chunk", PngForge.with(chunk("<a>\0", SCRIPT)), RefusalCode.DAMAGED),
                Hostile.of("torn pixels", torn(), RefusalCode.DAMAGED),
                Hostile.of("archive in pixels", hidden(), RefusalCode.FOREIGN_DATA),
                Hostile.of("unknown filter", filtered(), RefusalCode.DAMAGED),
                Hostile.of(
                        "unpacked pixels", file(header(4, 4), chunk("IDAT", new byte[20]), END), RefusalCode.DAMAGED));
    }

    private static Sample torn() {
        byte[] packed = Bits.packed(new byte[20], false);
        byte[] first = chunk("IDAT", Arrays.copyOf(packed, 4));
        byte[] second = chunk("IDAT", Arrays.copyOfRange(packed, 4, packed.length));
        return file(header(4, 4), first, chunk("tEXt", latin("a\0b")), second, END);
    }

    private static Sample hidden() {
        return file(header(4, 4), chunk("IDAT", joined(Bits.packed(new byte[20], false), JAR)), END);
    }

    private static Sample filtered() {
        byte[] rows = new byte[20];
        rows[5] = 9;
        return file(header(4, 4), chunk("IDAT", Bits.packed(rows, false)), END);
    }

    private static List<Hostile> jpeg() {
        Sample photo = MadeImages.photo("jpg");
        int frame = Bits.text(photo.content()).indexOf("\u00FF\u00C0\0\u0011");
        int scan = Bits.text(photo.content()).indexOf("\u00FF\u00DA");
        int length = photo.length();
        byte[] lastScan = Arrays.copyOfRange(photo.content(), scan, length - 2);
        return List.of(
                Hostile.of("bomb", patched(photo, frame + 5, 0xFF, 0xDC, 0xFF, 0xDC), RefusalCode.TOO_MANY_PIXELS),
                Hostile.of("more rows", patched(photo, frame + 5, 1, 0), RefusalCode.DAMAGED),
                Hostile.of("no rows", patched(photo, frame + 5, 0, 0), RefusalCode.DAMAGED),
                Hostile.of("lossless", patched(photo, frame, 0xFF, 0xC3), RefusalCode.UNSUPPORTED_VARIANT),
                Hostile.of("arithmetic", patched(photo, frame, 0xFF, 0xC9), RefusalCode.UNSUPPORTED_VARIANT),
                Hostile.of("twelve bits", patched(photo, frame + 4, 12), RefusalCode.UNSUPPORTED_VARIANT),
                Hostile.of("nine channels", patched(photo, frame + 9, 9), RefusalCode.DAMAGED),
                Hostile.of("frame beyond the end", patched(photo, frame + 2, 0xFF, 0xFF), RefusalCode.DAMAGED),
                Hostile.of("segment without length", patched(photo, frame + 2, 0, 1), RefusalCode.DAMAGED),
                Hostile.of("no end", photo.cut(length - 2), RefusalCode.DAMAGED),
                Hostile.of("no scan", joinedUp(photo.cut(scan).content(), latin("\u00FF\u00D9")), RefusalCode.DAMAGED),
                Hostile.of("scan cut short", cutScan(photo, scan), RefusalCode.DAMAGED),
                Hostile.of("a thousand scans", scans(photo, lastScan, 1_000), RefusalCode.EXPANDS_TOO_MUCH),
                Hostile.of("starts only", new Sample("a.jpg", latin("\u00FF\u00D8\u00FF\u00D9")), RefusalCode.DAMAGED),
                Hostile.of(
                        "script inside",
                        new Sample("a.jpg", joined(latin("\u00FF\u00D8\u00FF"), SCRIPT)),
                        RefusalCode.DAMAGED));
    }

    private static Sample joinedUp(byte[]... parts) {
        return new Sample("forged.jpg", joined(parts));
    }

    private static Sample cutScan(Sample photo, int scan) {
        int half = scan + (photo.length() - scan) / 2;
        return joinedUp(photo.cut(half).content(), latin("\u00FF\u00D9"));
    }

    private static Sample scans(Sample photo, byte[] scan, int count) {
        byte[][] parts = new byte[count + 2][];
        Arrays.fill(parts, scan);
        parts[0] = photo.cut(photo.length() - 2).content();
        parts[count + 1] = latin("\u00FF\u00D9");
        return joinedUp(parts);
    }

    static Sample patched(Sample file, int at, int... values) {
        byte[] content = file.content();
        for (int i = 0; i < values.length; i++) {
            content[at + i] = (byte) values[i];
        }
        return new Sample(file.name(), content);
    }

    private static List<Hostile> gif() {
        Sample photo = MadeImages.photo("gif");
        int picture = Bits.text(photo.content()).lastIndexOf(",\0\0\0\0x\0P\0");
        int length = photo.length();
        return List.of(
                Hostile.of("bomb", patched(photo, 6, 0xFF, 0xFF, 0xFF, 0xFF), RefusalCode.TOO_MANY_PIXELS),
                Hostile.of(
                        "frame bomb", patched(photo, picture + 5, 0xFF, 0x7F, 0xFF, 0x7F), RefusalCode.TOO_MANY_PIXELS),
                Hostile.of("more rows", patched(photo, picture + 7, 0x51), RefusalCode.DAMAGED),
                Hostile.of("fewer rows", patched(photo, picture + 7, 0x4F), RefusalCode.FOREIGN_DATA),
                Hostile.of("no trailer", photo.cut(length - 1), RefusalCode.DAMAGED),
                Hostile.of("no picture", joinedGif(photo.cut(13).content()), RefusalCode.DAMAGED),
                Hostile.of(
                        "html",
                        new Sample("a.gif", latin("GIF89a=1;<script>alert(1)</script>")),
                        RefusalCode.DAMAGED,
                        RefusalCode.TOO_MANY_PIXELS),
                Hostile.of("unknown code size", patched(photo, picture + 10, 13), RefusalCode.DAMAGED),
                Hostile.of("six hundred frames", frames(photo, picture, 600), RefusalCode.EXPANDS_TOO_MUCH),
                Hostile.of("unknown block", patched(photo, length - 1, 0x42), RefusalCode.DAMAGED),
                Hostile.of("hidden blocks", hiddenBlocks(photo), RefusalCode.FOREIGN_DATA));
    }

    private static Sample joinedGif(byte[] head) {
        return new Sample("forged.gif", joined(head, new byte[768], latin(";")));
    }

    private static Sample frames(Sample photo, int picture, int count) {
        byte[] frame = Arrays.copyOfRange(photo.content(), picture, photo.length() - 1);
        byte[][] parts = new byte[count + 2][];
        Arrays.fill(parts, frame);
        parts[0] = photo.cut(picture).content();
        parts[count + 1] = latin(";");
        return new Sample("forged.gif", joined(parts));
    }

    /** More blocks of data behind the code that ends the pixels. */
    private static Sample hiddenBlocks(Sample photo) {
        byte[] hidden = joined(new byte[] {(byte) SCRIPT.length}, SCRIPT);
        byte[] head = photo.cut(photo.length() - 2).content();
        return new Sample("forged.gif", joined(head, hidden, new byte[1], latin(";")));
    }
}
