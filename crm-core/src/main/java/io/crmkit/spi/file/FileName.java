package io.crmkit.spi.file;

import io.crmkit.error.Checks;
import io.crmkit.error.ViolationCode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A name that is safe in every file store: nobody has to escape it, and it can be neither a path nor a command.
 *
 * @param value 1 to 248 letters and digits of ASCII, hyphens, underscores and dots; begins with a letter or digit, has no
 *     two dots in a row and no dot at its end; case matters
 */
public record FileName(String value) implements Comparable<FileName> {
    private static final int MOST = 248;
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9_-]|\\.(?=[A-Za-z0-9_-]))*");

    /**
     * Checks the name.
     *
     * @throws io.crmkit.error.InvalidRequestException if it is not safe
     */
    public FileName {
        Checks.that("")
                .require(
                        isSafe(value),
                        "fileName",
                        ViolationCode.MALFORMED,
                        "must be 1 to 248 letters, digits, hyphens, underscores and single dots")
                .done();
    }

    /** Makes a name of what a store found; empty if it is not safe, so that somebody else put it there. */
    public static Optional<FileName> find(String value) {
        return isSafe(value) ? Optional.of(new FileName(value)) : Optional.empty();
    }

    private static boolean isSafe(String value) {
        return value.length() <= MOST && SAFE.matcher(value).matches();
    }

    /** By the numbers of the characters. */
    @Override
    public int compareTo(FileName other) {
        return value.compareTo(other.value);
    }

    /** The name. */
    @Override
    public String toString() {
        return value;
    }
}
