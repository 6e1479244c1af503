package io.crmkit.verify.attachment;

import static io.crmkit.verify.attachment.PngForge.END;
import static io.crmkit.verify.attachment.PngForge.file;
import static io.crmkit.verify.attachment.PngForge.header;
import static io.crmkit.verify.attachment.PngForge.pixels;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Files that are let in and take as much work as may be. */
final class LargeFiles {
    private static final int ROWS = 5_000;

    private LargeFiles() {}

    static List<Sample> all() {
        return List.of(
                file(header(6_000, ROWS, 8, 6, 0), pixels(ROWS * (1 + 4 * 6_000)), END),
                file(header(6_000, 6_000), pixels(6_000 * 6_001), END),
                picture("jpg", "jpeg", 6_000, 6_000),
                picture("gif", "gif", 6_000, 6_000),
                document(),
                text());
    }

    private static Sample picture(String extension, String format, int width, int height) {
        BufferedImage image = MadeImages.drawn(width, height, BufferedImage.TYPE_BYTE_GRAY);
        return new Sample("large." + extension, MadeImages.written(image, format));
    }

    /** A document of five megabytes that cannot be packed. */
    private static Sample document() {
        byte[] noise = new byte[5_000_000];
        new Random(7).nextBytes(noise);
        return PdfForge.with("", PdfForge.stream("", noise));
    }

    /** A text of eight megabytes when unpacked. */
    private static Sample text() {
        Map<String, byte[]> parts = ZipForge.document();
        StringBuilder content = new StringBuilder(8 << 20);
        Random random = new Random(7);
        while (content.length() < 8 << 20) {
            content.append("<w:r><w:t>").append(random.nextInt()).append("</w:t></w:r>");
        }
        parts.put("word/document.xml", ZipForge.body(content.toString()));
        return new Sample("large.docx", ZipForge.of(parts).bytes());
    }
}
