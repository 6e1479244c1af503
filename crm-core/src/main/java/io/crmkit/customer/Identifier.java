package io.crmkit.customer;

import io.crmkit.error.Checks;
import java.util.regex.Pattern;

/**
 * A key of a customer in a system of the host: unique, one customer has it.
 *
 * @param kind such as {@code username}, {@code uid} or {@code wallet}: lower-case letters, digits, hyphens
 * @param value as that system writes it, 1 to 200 characters; case matters, but for {@code username}
 */
public record Identifier(String kind, String value) {
    /** The kind of log-in names; these are the same in upper and lower case. */
    public static final String USERNAME = "username";

    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /** @throws io.crmkit.error.InvalidRequestException if kind or value has another form */
    public Identifier {
        Checks.that("identifier")
                .matches("kind", kind, KIND)
                .line("value", value, 1, 200)
                .done();
    }

    /** A log-in name. */
    public static Identifier username(String value) {
        return new Identifier(USERNAME, value);
    }

    /** The value is left out: it may end up in a log. */
    @Override
    public String toString() {
        return kind + ":…";
    }
}
