package io.crmkit.actor;

import io.crmkit.error.Checks;
import java.util.regex.Pattern;

/**
 * The host's own name for somebody who acts, such as an agent's login. Case matters.
 *
 * @param value 1 to 64 letters, digits and {@code . _ @ : -} of ASCII, starting with a letter or digit
 */
public record ActorId(String value) implements Comparable<ActorId> {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@:-]{0,63}");

    /** @throws io.crmkit.error.InvalidRequestException if the value has another form */
    public ActorId {
        Checks.that("").matches("actorId", value, FORM).done();
    }

    @Override
    public int compareTo(ActorId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
