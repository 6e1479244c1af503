package io.crmkit.attachment.internal.inspect;

import io.crmkit.attachment.FileInspector;
import io.crmkit.attachment.FileType;
import io.crmkit.attachment.Inspection;
import io.crmkit.attachment.InspectionPolicy;
import io.crmkit.attachment.OriginalName;
import io.crmkit.attachment.RefusalCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Reads a file once, tells its type, and hands it to the inspector of that type. */
public final class Inspector implements FileInspector {
    private static final int VERSION = 1;
    private static final Duration MOST_EFFORT = Duration.ofSeconds(2);

    private final InspectionPolicy policy;
    private final Duration mostEffort;
    private final Semaphore places;

    /** Inspects by this policy. */
    public Inspector(InspectionPolicy policy) {
        this(policy, MOST_EFFORT);
    }

    /** With another limit of time for each file. */
    Inspector(InspectionPolicy policy, Duration mostEffort) {
        this.policy = policy;
        this.mostEffort = mostEffort;
        this.places = new Semaphore(policy.concurrent(), true);
    }

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public Inspection inspect(Path file, String originalName) {
        return look(file, originalName, false);
    }

    @Override
    public Inspection clean(Path spooled, String originalName) {
        return look(spooled, originalName, true);
    }

    private Inspection look(Path file, String originalName, boolean replace) {
        places.acquireUninterruptibly();
        try {
            Bytes received = new Bytes(read(file), Effort.of(mostEffort));
            Optional<String> extension = OriginalName.of(originalName).extension();
            FileType type = type(received, extension.flatMap(FileType::ofExtension));
            if (type != FileType.DOCX) {
                Archives.checkNone(received);
            }
            Finding found = inspectorOf(type).inspect(received, policy);
            Inspection.Accepted accepted = accepted(type, found, sha256(received));
            if (replace && accepted.cleaned()) {
                write(file, found.content().array());
            }
            return accepted;
        } catch (Refusal refusal) {
            return new Inspection.Refused(refusal.code(), refusal.reason());
        } catch (IndexOutOfBoundsException
                | IllegalStateException
                | IllegalArgumentException
                | ArithmeticException
                | NegativeArraySizeException
                | StackOverflowError
                | OutOfMemoryError e) {
            return failed(e);
        } finally {
            places.release();
        }
    }

    private static TypeInspector inspectorOf(FileType type) {
        return switch (type) {
            case JPEG -> new Jpeg();
            case PNG -> new Png();
            case GIF -> new Gif();
            case PDF -> new Pdf();
            case DOCX -> new Docx();
            case DOC -> new Doc();
        };
    }

    /** A hostile file may break an inspector, never its caller. Of what went wrong only the kind is told. */
    private static Inspection failed(Throwable cause) {
        String kind = cause.getClass().getSimpleName();
        return new Inspection.Refused(RefusalCode.INSPECTION_FAILED, "The inspection failed with " + kind + ".");
    }

    /** One byte more than allowed is enough to know. */
    private byte[] read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes((int) policy.maxBytes() + 1);
        } catch (IOException e) {
            throw new UncheckedIOException("The file to inspect cannot be read.", e);
        }
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException("The cleaned file cannot be written.", e);
        }
    }

    private FileType type(Bytes file, Optional<FileType> claimed) {
        if (file.length() == 0) {
            throw new Refusal(RefusalCode.EMPTY, "The file has no bytes.");
        }
        if (file.length() > policy.maxBytes()) {
            throw new Refusal(RefusalCode.TOO_LARGE, "The file has more than " + policy.maxBytes() + " bytes.");
        }
        FileType type = Signatures.typeOf(file)
                .orElseThrow(() -> new Refusal(RefusalCode.UNKNOWN_TYPE, "The bytes are of none of the known types."));
        if (!policy.types().contains(type)) {
            throw new Refusal(RefusalCode.TYPE_NOT_ALLOWED, "Files of the type " + type + " are not allowed.");
        }
        if (!claimed.equals(Optional.of(type))) {
            throw new Refusal(
                    RefusalCode.EXTENSION_MISMATCH,
                    "The bytes are of the type " + type + ", the name says "
                            + claimed.map(Enum::name).orElse("nothing known") + ".");
        }
        return type;
    }

    private static Inspection.Accepted accepted(FileType type, Finding found, String received) {
        String hash = sha256(found.content());
        return new Inspection.Accepted(
                type, found.content().length(), hash, received, found.dimensions(), found.warnings());
    }

    private static String sha256(Bytes content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
