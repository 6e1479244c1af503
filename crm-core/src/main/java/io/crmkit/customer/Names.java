package io.crmkit.customer;

import io.crmkit.error.Checks;

/**
 * A person's or firm's names, kept as written.
 *
 * @param given given name or the first part, at most 200 characters, may be empty
 * @param family family name or the firm, at most 200 characters; one of the two is not blank
 */
public record Names(String given, String family) {
    /** @throws io.crmkit.error.InvalidRequestException if both are blank or one is too long */
    public Names {
        Checks.that("names")
                .line("given", given, family.isBlank() ? 1 : 0, 200)
                .line("family", family, 0, 200)
                .done();
    }

    /** Both names with a blank between, as one would say them. */
    public String display() {
        return (given + " " + family).strip();
    }

    /** Names no name: it may end up in a log. */
    @Override
    public String toString() {
        return "Names[…]";
    }
}
