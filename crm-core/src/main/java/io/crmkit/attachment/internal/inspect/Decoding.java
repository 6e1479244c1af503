package io.crmkit.attachment.internal.inspect;

import io.crmkit.attachment.Dimensions;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/**
 * Decodes pictures to the last pixel with the JDK's readers, whatever others the host has installed. A warning counts as
 * a failure: of a photograph cut short the reader says no more than that. Only a part of the pixels is kept, so memory
 * stays small.
 */
final class Decoding {
    private static final String OF_THE_JDK = "com.sun.imageio.";
    private static final double KEPT_PIXELS = 500_000;

    private Decoding() {}

    /** Decodes a JPEG without converting colours, so those of printers are read too. */
    static void jpeg(Bytes content, Dimensions size) {
        decode(content, "image/jpeg", reader -> reader.readRaster(0, sparse(reader, size.pixels())));
    }

    static void png(Bytes content, Dimensions size) {
        decode(content, "image/png", reader -> reader.read(0, sparse(reader, size.pixels())));
    }

    static void gif(Bytes content, int frames, Dimensions size) {
        decode(content, "image/gif", reader -> {
            for (int i = 0; i < frames; i++) {
                reader.read(i, sparse(reader, size.pixels()));
            }
        });
    }

    private interface Work {
        void with(ImageReader reader) throws IOException;
    }

    private static void decode(Bytes content, String mediaType, Work work) {
        ImageReader reader = reader(mediaType);
        try (ArrayImageStream stream = new ArrayImageStream(content)) {
            reader.addIIOReadWarningListener((source, warning) -> {
                throw Refusal.damaged("The picture cannot be decoded without a warning.");
            });
            reader.setInput(stream, false, true);
            work.with(reader);
        } catch (IOException | RuntimeException e) {
            throw e instanceof Refusal refusal ? refusal : undecodable(e);
        } finally {
            reader.dispose();
        }
    }

    /** Of what went wrong only the kind: messages of readers may repeat the content. */
    private static Refusal undecodable(Exception e) {
        return e.getCause() instanceof Refusal refusal
                ? refusal
                : Refusal.damaged(
                        "The picture cannot be decoded: " + e.getClass().getSimpleName() + ".");
    }

    private static ImageReadParam sparse(ImageReader reader, long pixels) {
        int step = (int) Math.ceil(Math.sqrt(pixels / KEPT_PIXELS));
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(Math.max(1, step), Math.max(1, step), 0, 0);
        return parameters;
    }

    private static ImageReader reader(String mediaType) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(mediaType);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (reader.getClass().getName().startsWith(OF_THE_JDK)) {
                return reader;
            }
            reader.dispose();
        }
        throw new IllegalStateException("This Java has no reader for " + mediaType + ".");
    }
}
