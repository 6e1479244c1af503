package io.crmkit.customer.internal;

import io.crmkit.audit.AuditAction;
import io.crmkit.customer.AttributeDefinition;
import io.crmkit.error.Checks;
import io.crmkit.error.ViolationCode;
import io.crmkit.id.SubjectRef;
import io.crmkit.internal.access.Writing;
import io.crmkit.internal.delta.Deltas;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Saves the definition of an attribute. */
final class DefiningAttribute {
    private final Writing writing;
    private final AttributeCatalog attributes;

    DefiningAttribute(Writing writing) {
        this.writing = writing;
        this.attributes = AttributeCatalog.of(writing.tx());
    }

    AttributeDefinition define(AttributeDefinition definition) {
        Optional<AttributeDefinition> known = attributes.find(definition.name());
        check(definition, known);
        if (known.equals(Optional.of(definition))) {
            return definition;
        }
        writing.tx().customers().saveAttribute(definition);
        writing.audit(
                AuditAction.ATTRIBUTE_DEFINED,
                new SubjectRef("attribute", definition.name()),
                Optional.empty(),
                Deltas.between(known.map(DefiningAttribute::fields).orElse(Map.of()), fields(definition)));
        return definition;
    }

    private static void check(AttributeDefinition definition, Optional<AttributeDefinition> known) {
        Checks checks = Checks.that("attribute");
        for (String option : definition.options()) {
            checks.line("options", option, 1, 100)
                    .require(!option.contains(","), "options", ViolationCode.MALFORMED, "must not hold a comma");
        }
        definition
                .labels()
                .forEach((language, label) -> checks.require(
                                LanguageTags.canonical(language).isPresent(),
                                "labels",
                                ViolationCode.UNKNOWN,
                                "are named by what is no language tag such as fa")
                        .line("labels", label, 1, 200));
        known.ifPresent(earlier -> checks.require(
                        earlier.type() == definition.type(),
                        "type",
                        ViolationCode.NOT_ALLOWED,
                        "cannot change from " + earlier.type() + ": define another attribute")
                .require(
                        definition.options().containsAll(earlier.options()),
                        "options",
                        ViolationCode.NOT_ALLOWED,
                        "cannot lose one: customers may have it"));
        checks.done();
    }

    private static Map<String, String> fields(AttributeDefinition definition) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("type", definition.type().name());
        new TreeMap<>(definition.labels()).forEach((language, label) -> fields.put("label." + language, label));
        fields.put("options", String.join(",", definition.options()));
        fields.put("sensitive", String.valueOf(definition.sensitive()));
        return fields;
    }
}
