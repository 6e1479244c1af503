package io.crmkit.attachment.internal.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crmkit.attachment.Inspection;
import io.crmkit.attachment.InspectionPolicy;
import io.crmkit.attachment.RefusalCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EffortTest {
    private static final int BYTES = 200_000;

    @TempDir
    private Path folder;

    @Test
    void workGoesOnUntilTheTimeIsOver() {
        AtomicLong now = new AtomicLong();
        Effort effort = new Effort(now::get, Duration.ofNanos(10));
        now.set(10);
        assertThatCode(() -> effort.spend(1 << 20)).doesNotThrowAnyException();

        now.set(11);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> effort.spend(1 << 20))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.EXPANDS_TOO_MUCH));
    }

    @Test
    void manySmallStepsCountLikeOneLargeOne() {
        AtomicLong now = new AtomicLong();
        Effort effort = new Effort(now::get, Duration.ofNanos(10));
        now.set(11);

        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> {
            for (int i = 0; i < 1 << 20; i++) {
                effort.spend(1);
            }
        });
    }

    /** The sectors of a DOC are gone over once, whatever the file says, so that there the time cannot end first. */
    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "gif", "pdf", "docx"})
    void inspectorsStopWhenTheTimeIsOver(String extension) throws IOException {
        Path file = folder.resolve("file." + extension);
        Files.write(file, content(extension));

        Inspection found = new Inspector(InspectionPolicy.standard(), Duration.ZERO).inspect(file, "file." + extension);

        assertThat(found)
                .isInstanceOfSatisfying(
                        Inspection.Refused.class,
                        refused -> assertThat(refused)
                                .isEqualTo(new Inspection.Refused(
                                        RefusalCode.EXPANDS_TOO_MUCH, "The file takes too long to look through.")));
    }

    private static byte[] content(String extension) throws IOException {
        return switch (extension) {
            case "pdf" ->
                ("%PDF-1.4\n" + "1 0 obj <<>> endobj\n".repeat(BYTES / 20)).getBytes(StandardCharsets.US_ASCII);
            case "docx" -> archive();
            default -> picture(extension.equals("jpg") ? "jpeg" : extension);
        };
    }

    private static byte[] picture(String format) throws IOException {
        BufferedImage image = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int at = 0; at < 400 * 400; at++) {
            image.setRGB(at % 400, at / 400, random.nextInt());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static byte[] archive() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : new String[] {"[Content_Types].xml", "_rels/.rels"}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(("<a>" + " ".repeat(BYTES) + "</a>").getBytes(StandardCharsets.US_ASCII));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
