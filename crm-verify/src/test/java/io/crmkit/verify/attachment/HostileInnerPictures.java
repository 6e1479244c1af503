package io.crmkit.verify.attachment;

import io.crmkit.attachment.RefusalCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Documents that hold something as a picture that would not be let in by itself. */
final class HostileInnerPictures {
    private HostileInnerPictures() {}

    static List<Hostile> all() {
        List<Hostile> all = new ArrayList<>();
        Stream.of(
                        Map.entry(
                                "image/svg+xml",
                                "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>a()</script></svg>"),
                        Map.entry("image/x-emf", "\1\0\0\0"),
                        Map.entry("image/tiff", "II*\0"),
                        Map.entry("image/bmp", "BM"),
                        Map.entry("image/webp", "RIFF\0\0\0\0WEBP"),
                        Map.entry("image/png", "<html><script>a()</script></html>"),
                        Map.entry("image/jpeg", "MZ\u0090\0"),
                        Map.entry("image/jpeg", ""),
                        Map.entry("image/gif", "PK\3\4"))
                .map(part -> holding(part.getKey(), Bits.latin(part.getValue()), RefusalCode.EMBEDDED_FILE))
                .forEach(all::add);
        for (String extension : List.of("jpg", "png", "gif")) {
            Sample whole = MadeImages.photo(extension);
            String type = "image/" + extension;
            byte[] page = Bits.latin("<script>a()</script>");
            all.add(holding(type, whole.plus(page).content(), RefusalCode.FOREIGN_DATA));
            all.add(holding(type, whole.plus(ZipForge.jar()).content(), RefusalCode.FOREIGN_DATA));
            for (int percent = 10; percent < 100; percent += 10) {
                all.add(holding(type, whole.cut(whole.length() * percent / 100).content(), RefusalCode.DAMAGED));
            }
        }
        return all;
    }

    private static Hostile holding(String type, byte[] content, RefusalCode code) {
        Map<String, byte[]> parts = ZipForge.document();
        parts.put(
                "[Content_Types].xml",
                ZipForge.types("<Override PartName=\"/word/media/a.png\" ContentType=\"" + type + "\"/>"));
        parts.put("word/media/a.png", content);
        return Hostile.of(
                "inner " + type, new Sample("forged.docx", ZipForge.of(parts).bytes()), code);
    }
}
