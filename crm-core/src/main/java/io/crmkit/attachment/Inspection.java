package io.crmkit.attachment;

import java.util.List;
import java.util.Optional;

/** What an inspection found. */
public sealed interface Inspection {
    /** Says whether the file is let in. */
    default boolean accepted() {
        return this instanceof Accepted;
    }

    /**
     * The file is let in. New components may come in minor releases: use the accessors.
     *
     * @param type what it is
     * @param size bytes of what may be stored, which is less than what came if something was removed
     * @param sha256 the hash of what may be stored, 64 hexadecimal digits in lower case
     * @param receivedSha256 the hash of what came
     * @param dimensions of a picture
     * @param warnings what people should know, without repetition
     */
    record Accepted(
            FileType type,
            long size,
            String sha256,
            String receivedSha256,
            Optional<Dimensions> dimensions,
            List<ContentWarning> warnings)
            implements Inspection {
        /** Copies the warnings. */
        public Accepted {
            warnings = List.copyOf(warnings);
        }

        /** Says whether what may be stored differs from what came: metadata was removed. */
        public boolean cleaned() {
            return !sha256.equals(receivedSha256);
        }
    }

    /**
     * The file is not let in.
     *
     * @param code why
     * @param reason a sentence for logs and support, in English; it carries numbers and names of the format's parts, and
     *     neither the file's name nor its content
     */
    record Refused(RefusalCode code, String reason) implements Inspection {}
}
