package io.crmkit.verify.attachment;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Pictures by the JDK, of all kinds of pixels and of odd sizes. */
final class MadeImages {
    private static final Map<String, Integer> KINDS = Map.of(
            "rgb", BufferedImage.TYPE_INT_RGB,
            "argb", BufferedImage.TYPE_INT_ARGB,
            "grey", BufferedImage.TYPE_BYTE_GRAY,
            "grey-16", BufferedImage.TYPE_USHORT_GRAY,
            "indexed", BufferedImage.TYPE_BYTE_INDEXED,
            "binary", BufferedImage.TYPE_BYTE_BINARY);
    private static final int[][] SIZES = {
        {1, 1}, {2, 2}, {7, 13}, {3, 200}, {255, 1}, {1, 257}, {64, 64}, {640, 480}, {500, 900}, {16, 9}
    };

    private MadeImages() {}

    static List<Sample> all() {
        List<Sample> all = new ArrayList<>();
        for (int[] size : SIZES) {
            KINDS.forEach((kind, type) -> {
                BufferedImage image = drawn(size[0], size[1], type);
                String name = "jdk-" + kind + "-" + size[0] + "x" + size[1] + ".";
                all.add(new Sample(name + "png", written(image, "png")));
                all.add(new Sample(name + "gif", written(image, "gif")));
                if (kind.equals("rgb") || kind.equals("grey")) {
                    all.add(new Sample(name + "jpg", written(image, "jpeg")));
                }
            });
        }
        return all;
    }

    static Sample photo(String extension) {
        BufferedImage image = drawn(120, 80, BufferedImage.TYPE_INT_RGB);
        return new Sample("photo." + extension, written(image, extension.equals("jpg") ? "jpeg" : extension));
    }

    static BufferedImage drawn(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D pen = image.createGraphics();
        for (int i = 0; i < 40; i++) {
            pen.setColor(new Color((i * 53) % 256, (i * 97) % 256, (i * 31) % 256, 255 - i));
            pen.fillOval((i * 37) % width, (i * 61) % height, 1 + width / 4, 1 + height / 4);
        }
        pen.dispose();
        return image;
    }

    static byte[] written(BufferedImage image, String format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalStateException("no writer for " + format);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
