package io.crmkit.attachment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files that may be let in. What a file is, its bytes say, never its name. */
public enum FileType {
    /** A photograph: baseline or progressive JPEG. */
    JPEG("image/jpeg", "jpg", "jpeg"),
    /** A picture without loss. */
    PNG("image/png", "png"),
    /** A picture with few colours, perhaps moving. */
    GIF("image/gif", "gif"),
    /** A document for reading. */
    PDF("application/pdf", "pdf"),
    /** A document of Word 97 to 2003. */
    DOC("application/msword", "doc"),
    /** A document of Word 2007 and later, without macros. */
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx");

    private final String mediaType;
    private final String extension;
    private final String other;

    FileType(String mediaType, String extension) {
        this(mediaType, extension, extension);
    }

    FileType(String mediaType, String extension, String other) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.other = other;
    }

    /** Returns the media type, such as {@code image/jpeg}. */
    public String mediaType() {
        return mediaType;
    }

    /** Returns the extension that stored files of this type get: lower case, without the dot. */
    public String extension() {
        return extension;
    }

    /** Returns all extensions that a file of this type may come with: lower case, without the dot. */
    public List<String> extensions() {
        return extension.equals(other) ? List.of(extension) : List.of(extension, other);
    }

    /** Says whether it is a picture. */
    public boolean image() {
        return mediaType.startsWith("image/");
    }

    /** Finds the type that an extension stands for, in whatever case; empty for any other text. */
    public static Optional<FileType> ofExtension(String extension) {
        String lower = extension.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> type.extensions().contains(lower))
                .findFirst();
    }
}
