package io.crmkit.automation;

import io.crmkit.error.Checks;
import java.util.regex.Pattern;

/**
 * Names a rule, such as {@code auto-close}.
 *
 * @param value a word of lower-case letters, digits and hyphens, at most 40, starting with a letter
 */
public record RuleId(String value) implements Comparable<RuleId> {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /** @throws io.crmkit.error.InvalidRequestException if the value has another form */
    public RuleId {
        Checks.that("").matches("ruleId", value, FORM).done();
    }

    @Override
    public int compareTo(RuleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
