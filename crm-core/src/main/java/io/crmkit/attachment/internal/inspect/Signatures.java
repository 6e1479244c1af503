package io.crmkit.attachment.internal.inspect;

import io.crmkit.attachment.FileType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * Tells the type from the first bytes: by our own marks and by Tika's, which must agree. Tika learns nothing but bytes:
 * told a name, it believes the name.
 */
final class Signatures {
    private static final String OLE = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";
    private static final String ZIP = "PK\u0003\u0004";
    /** Loading them takes half a second; they never change. */
    private static final MimeTypes TIKA = MimeTypes.getDefaultMimeTypes();

    private Signatures() {}

    /** Returns the type; a container of Word is only suspected, its inspector looks for the document. */
    static Optional<FileType> typeOf(Bytes file) {
        return own(file).filter(type -> tikaSays(type).contains(tika(file)));
    }

    private static Optional<FileType> own(Bytes file) {
        if (file.has(0, "\u00FF\u00D8\u00FF")) {
            return Optional.of(FileType.JPEG);
        } else if (file.has(0, Png.SIGNATURE)) {
            return Optional.of(FileType.PNG);
        } else if (file.has(0, "GIF87a") || file.has(0, "GIF89a")) {
            return Optional.of(FileType.GIF);
        } else if (file.has(0, "%PDF-")) {
            return Optional.of(FileType.PDF);
        } else if (file.has(0, OLE)) {
            return Optional.of(FileType.DOC);
        }
        return file.has(0, ZIP) ? Optional.of(FileType.DOCX) : Optional.empty();
    }

    /** What Tika's core calls a type; Word's containers it knows as containers only. */
    private static Set<String> tikaSays(FileType type) {
        return switch (type) {
            case DOC -> Set.of(type.mediaType(), "application/x-tika-msoffice");
            case DOCX -> Set.of("application/x-tika-ooxml", "application/zip");
            default -> Set.of(type.mediaType());
        };
    }

    private static String tika(Bytes file) {
        try {
            return TIKA.detect(new ByteArrayInputStream(file.array()), new Metadata())
                    .getBaseType()
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException("An array cannot fail to be read.", e);
        }
    }
}
