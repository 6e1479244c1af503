package io.crmkit.examples.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.examples.features.Screen;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectTest {
    private final Screen screen = new Screen();

    @TempDir
    private Path folder;

    private String picture(String name) throws Exception {
        Path file = folder.resolve(name);
        ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        return file.toString();
    }

    @Test
    void aGoodFileIsAcceptedAndNotChanged() throws Exception {
        String file = picture("رسید.png");
        byte[] before = Files.readAllBytes(Path.of(file));

        int code = InspectCommand.run(List.of(file), screen.console());

        assertThat(screen.out()).isEqualToIgnoringNewLines("ACCEPT image/png 64x48 رسید.png");
        assertThat(code).isZero();
        assertThat(Files.readAllBytes(Path.of(file))).isEqualTo(before);
    }

    @Test
    void oneRefusedFileIsEnoughForAnError() throws Exception {
        int code = InspectCommand.run(List.of(picture("a.jpg"), picture("b.png")), screen.console());

        assertThat(screen.out()).contains("REFUSE EXTENSION_MISMATCH a.jpg", "ACCEPT image/png 64x48 b.png");
        assertThat(code).isEqualTo(1);
    }

    @Test
    void whatCannotBeReadIsSaid() {
        int code = InspectCommand.run(List.of(folder.resolve("none.png").toString()), screen.console());

        assertThat(screen.err()).contains("Cannot be read");
        assertThat(code).isEqualTo(2);
    }
}
