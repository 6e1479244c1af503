package io.crmkit.customer;

import io.crmkit.error.Checks;
import io.crmkit.error.ViolationCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A typed attribute of customers.
 *
 * @param name such as {@code kyc.status}: letters, digits and dots, at most 60, starting with a small letter
 * @param type what values look like
 * @param labels names for people by language, such as {@code fa}
 * @param options what ENUM and MULTI_ENUM allow, in order; empty for other types
 * @param sensitive whether only privileged roles see the value
 */
public record AttributeDefinition(
        String name, AttributeType type, Map<String, String> labels, List<String> options, boolean sensitive) {
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9.]{0,59}");

    /** @throws io.crmkit.error.InvalidRequestException if the name has another form or options and type do not fit */
    public AttributeDefinition {
        labels = Map.copyOf(labels);
        options = List.copyOf(options);
        boolean choice = type == AttributeType.ENUM || type == AttributeType.MULTI_ENUM;
        Checks.that("attribute")
                .matches("name", name, NAME)
                .require(
                        choice != options.isEmpty(),
                        "options",
                        ViolationCode.NOT_ALLOWED,
                        "belong to ENUM and MULTI_ENUM, and to these at least one")
                .done();
    }

    /** An attribute of a type without options. */
    public static AttributeDefinition of(String name, AttributeType type) {
        return new AttributeDefinition(name, type, Map.of(), List.of(), false);
    }

    /** An attribute with one of these options. */
    public static AttributeDefinition choice(String name, String... options) {
        return new AttributeDefinition(name, AttributeType.ENUM, Map.of(), List.of(options), false);
    }

    /** The same attribute, for privileged roles only. */
    public AttributeDefinition asSensitive() {
        return new AttributeDefinition(name, type, labels, options, true);
    }

    /** The same attribute with a name for people. */
    public AttributeDefinition label(String language, String text) {
        Map<String, String> more = new HashMap<>(labels);
        more.put(language, text);
        return new AttributeDefinition(name, type, more, options, sensitive);
    }
}
