package io.crmkit.verify.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.attachment.Inspection;
import io.crmkit.attachment.RefusalCode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileFilesTest {
    static List<Hostile> files() {
        return Stream.of(
                        HostileNames.all(),
                        HostileDisguises.all(),
                        HostileImages.all(),
                        HostilePdfs.all(),
                        HostileDocx.all(),
                        HostileInnerPictures.all(),
                        HostileDocs.all())
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    void aHostileFileIsRefusedForItsReasonAndStaysAsItIs(Hostile hostile) {
        Look.Result result = Look.at(hostile.file());

        assertThat(result.inspection()).isInstanceOfSatisfying(Inspection.Refused.class, refused -> {
            assertThat(refused.code()).as(refused.reason()).isIn(hostile.expected());
            assertThat(refused.reason()).endsWith(".").doesNotContain("evil", "script>", "photo");
        });
        assertThat(result.rest().content()).isEqualTo(hostile.file().content());
        assertThat(result.millis()).isLessThan(Look.MOST_MILLIS);
    }

    /** Otherwise the files above might be refused for another fault than the one that was put in. */
    @Test
    void withoutTheirFaultsTheForgedFilesAreLetIn() {
        List<Sample> sound = List.of(
                PngForge.with(PngForge.chunk("tEXt", Bits.latin("a\0b"))),
                HostilePdfs.good(),
                HostileDocx.good(),
                HostileDocs.good(),
                MadeImages.photo("jpg"),
                MadeImages.photo("gif"));

        assertThat(sound)
                .allSatisfy(file -> assertThat(Look.at(file).inspection()).isInstanceOf(Inspection.Accepted.class));
    }

    @Test
    void noFileIsWholeWhenItIsCutShort(TestReporter reporter) {
        List<String> letIn = new ArrayList<>();
        int cut = 0;
        for (Sample file : GoodFiles.kept()) {
            for (int percent = 0; percent < 100; percent++) {
                Sample part = file.cut((int) ((long) file.length() * percent / 100));
                Look.Result result = Look.at(part);
                cut++;
                if (result.inspection().accepted() || result.millis() > Look.MOST_MILLIS) {
                    letIn.add(file + " to " + percent + " % in " + result.millis() + " ms");
                }
            }
        }
        reporter.publishEntry("files cut short", String.valueOf(cut));

        assertThat(letIn).isEmpty();
    }

    @Test
    void everyBitOfAPngCounts() {
        Sample file = Sample.kept("imagemagick-black-and-white.png");

        assertThat(letInWithAFlippedBit(file, 0, file.length())).isEmpty();
    }

    @Test
    void everyBitOfADocumentsContentCounts() {
        Sample file = HostileDocx.good();
        String text = Bits.text(file.content());
        int from = text.indexOf("word/document.xml") + "word/document.xml".length();

        // The last byte is filled up with bits that mean nothing.
        int to = text.indexOf("PK\u0001\u0002") - 1;
        assertThat(letInWithAFlippedBit(file, from, to)).isEmpty();
    }

    @Test
    void everyBitOfAMarkCounts() {
        for (Sample file : GoodFiles.kept()) {
            assertThat(letInWithAFlippedBit(file, 0, 3)).as(file.name()).isEmpty();
        }
    }

    private static List<String> letInWithAFlippedBit(Sample file, int from, int to) {
        List<String> letIn = new ArrayList<>();
        for (int at = from; at < to; at++) {
            for (int bit = 0; bit < 8; bit++) {
                if (Look.at(file.flipped(at, bit)).inspection().accepted()) {
                    letIn.add(at + "." + bit);
                }
            }
        }
        return letIn;
    }

    @Test
    void theyAreMany(TestReporter reporter) {
        reporter.publishEntry("hostile files", String.valueOf(files().size()));

        assertThat(files()).hasSizeGreaterThanOrEqualTo(1_000);
        assertThat(files().stream()
                        .flatMap(file -> file.expected().stream())
                        .distinct()
                        .toList())
                .contains(
                        RefusalCode.SCRIPT,
                        RefusalCode.AUTOMATIC_ACTION,
                        RefusalCode.EMBEDDED_FILE,
                        RefusalCode.EXTERNAL_CONTENT,
                        RefusalCode.ENCRYPTED,
                        RefusalCode.OPAQUE);
    }
}
