package io.crmkit.ticket;

import io.crmkit.error.Checks;
import java.util.regex.Pattern;

/**
 * What a ticket is about: a path such as {@code withdrawal/delayed}.
 *
 * @param path words of lower-case letters, digits and hyphens, divided by slashes, at most 120 characters
 */
public record Category(String path) {
    /** When nobody named one. */
    public static final Category OTHER = new Category("other");

    private static final Pattern FORM = Pattern.compile("(?=.{1,120}$)[a-z0-9-]+(/[a-z0-9-]+)*");

    /** @throws io.crmkit.error.InvalidRequestException if the path has another form */
    public Category {
        Checks.that("").matches("category", path, FORM).done();
    }

    /** The category of that path. */
    public static Category of(String path) {
        return new Category(path);
    }

    /** The first word: {@code withdrawal} of {@code withdrawal/delayed}. */
    public String root() {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }

    @Override
    public String toString() {
        return path;
    }
}
