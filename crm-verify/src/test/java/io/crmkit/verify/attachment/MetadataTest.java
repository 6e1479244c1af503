package io.crmkit.verify.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.icc.IccDirectory;
import io.crmkit.attachment.ContentWarning;
import io.crmkit.attachment.Inspection;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataTest {
    @ParameterizedTest
    @ValueSource(strings = {"camera.jpg", "camera.png", "camera.gif"})
    void placeDeviceAndPeopleAreRemoved(String name) {
        Sample file = Sample.kept(name);

        Sample rest = Look.at(file).rest();

        assertThat(Bits.text(file.content())).contains("CANARY");
        assertThat(Bits.text(rest.content())).doesNotContain("CANARY", "GPS", "<x:xmpmeta", "Photoshop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"camera.jpg", "camera.png"})
    void noPlaceIsFoundByAnIndependentReader(String name) throws Exception {
        Sample file = Sample.kept(name);

        assertThat(read(file).getDirectoriesOfType(GpsDirectory.class)).isNotEmpty();
        assertThat(read(Look.at(file).rest()).getDirectoriesOfType(GpsDirectory.class))
                .isEmpty();
    }

    @Test
    void theOrientationOfAPhotographIsKept() throws Exception {
        assertThat(orientation(Sample.kept("camera.jpg"))).isEqualTo(6);
        assertThat(orientation(Look.at(Sample.kept("camera.jpg")).rest())).isEqualTo(6);
        assertThat(orientation(Look.at(Sample.kept("camera.png")).rest())).isEqualTo(8);
    }

    @Test
    void theColourProfileIsKept() throws Exception {
        Sample file = Sample.kept("imagemagick-profile.jpeg");

        assertThat(read(Look.at(file).rest()).getDirectoriesOfType(IccDirectory.class))
                .isNotEmpty();
    }

    @Test
    void whatIsNoColourProfileIsNotKeptAsOne() {
        byte[] segment = Bits.joined(Bits.latin("ICC_PROFILE\0\u0001\u0001"), Bits.latin("CANARY".repeat(40)));
        Sample forged = withSegment(0xFFE2, segment);

        Look.Result result = Look.at(forged);

        assertThat(result.inspection().accepted()).isTrue();
        assertThat(Bits.text(result.rest().content())).doesNotContain("CANARY");
    }

    @Test
    void picturesThatACameraAnnouncesAreCutOff() {
        Sample photo = MadeImages.photo("jpg");
        Sample two = withSegment(0xFFE2, Bits.latin("MPF\0MM\0*")).plus(photo.content());

        assertThat(Look.at(two).rest().content())
                .isEqualTo(Look.at(photo).rest().content());
    }

    @Test
    void notesBehindAPhotographOfSamsungsAreCutOff() {
        Sample photo = MadeImages.photo("jpg");

        Look.Result result = Look.at(photo.plus(Bits.latin("CANARY SEFH\0\0SEFT")));

        assertThat(result.inspection().accepted()).isTrue();
        assertThat(Bits.text(result.rest().content())).doesNotContain("CANARY");
    }

    @Test
    void aMovingPngBecomesItsFirstPicture() {
        Sample moving = PngForge.with(PngForge.chunk("acTL", new byte[8]));

        Look.Result result = Look.at(moving);

        assertThat(result.inspection())
                .isInstanceOfSatisfying(
                        Inspection.Accepted.class,
                        accepted -> assertThat(accepted.warnings()).containsExactly(ContentWarning.ANIMATION_REMOVED));
        assertThat(Bits.text(result.rest().content())).doesNotContain("acTL");
    }

    @Test
    void notOnePixelChanges() throws Exception {
        for (Sample file : GoodFiles.ofType("jpg", "jpeg", "png", "gif")) {
            Sample rest = Look.at(file).rest();
            try (ImageInputStream before = stream(file);
                    ImageInputStream after = stream(rest)) {
                ImageReader old = reader(before);
                ImageReader cleaned = reader(after);
                int frames = old.getNumImages(true);
                assertThat(cleaned.getNumImages(true)).as(file.name()).isEqualTo(frames);
                for (int i = 0; i < frames; i++) {
                    assertThat(pixels(cleaned, i)).as(file.name()).isEqualTo(pixels(old, i));
                }
            }
        }
    }

    private static ImageInputStream stream(Sample file) throws Exception {
        return ImageIO.createImageInputStream(new ByteArrayInputStream(file.content()));
    }

    private static ImageReader reader(ImageInputStream stream) {
        ImageReader reader = ImageIO.getImageReaders(stream).next();
        reader.setInput(stream);
        return reader;
    }

    private static int[] pixels(ImageReader reader, int frame) throws Exception {
        Raster raster = reader.canReadRaster()
                ? reader.readRaster(frame, null)
                : reader.read(frame).getRaster();
        return raster.getPixels(0, 0, raster.getWidth(), raster.getHeight(), (int[]) null);
    }

    private static Sample withSegment(int marker, byte[] data) {
        byte[] photo = MadeImages.photo("jpg").content();
        byte[] segment = Bits.joined(Bits.high16(marker), Bits.high16(data.length + 2), data);
        byte[] rest = Arrays.copyOfRange(photo, 2, photo.length);
        return new Sample("a.jpg", Bits.joined(Bits.latin("\u00FF\u00D8"), segment, rest));
    }

    private static Metadata read(Sample file) throws Exception {
        return ImageMetadataReader.readMetadata(new ByteArrayInputStream(file.content()));
    }

    private static int orientation(Sample file) throws Exception {
        return read(file).getFirstDirectoryOfType(ExifIFD0Directory.class).getInt(ExifIFD0Directory.TAG_ORIENTATION);
    }
}
