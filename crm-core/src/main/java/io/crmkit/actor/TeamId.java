package io.crmkit.actor;

import io.crmkit.error.Checks;
import java.util.regex.Pattern;

/**
 * Names a team, such as {@code support}.
 *
 * @param value a word of lower-case letters, digits and hyphens, at most 40, starting with a letter
 */
public record TeamId(String value) implements Comparable<TeamId> {
    /** The team that tickets and customers belong to when nobody names another. */
    public static final TeamId SUPPORT = new TeamId("support");

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /** @throws io.crmkit.error.InvalidRequestException if the value has another form */
    public TeamId {
        Checks.that("").matches("teamId", value, FORM).done();
    }

    /** The team named so. */
    public static TeamId of(String value) {
        return new TeamId(value);
    }

    @Override
    public int compareTo(TeamId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
