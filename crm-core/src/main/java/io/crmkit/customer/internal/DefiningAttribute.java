package io.crmkit.customer.internal;

import io.crmkit.audit.AuditAction;
import io.crmkit.customer.AttributeDefinition;
import io.crmkit.customer.Customer;
import io.crmkit.error.Checks;
import io.crmkit.error.ViolationCode;
import io.crmkit.id.SubjectRef;
import io.crmkit.internal.access.Writing;
import io.crmkit.internal.delta.Deltas;
import io.crmkit.page.SortOrder;
import io.crmkit.spi.storage.CustomerCriteria;
import io.crmkit.spi.storage.Position;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Saves the definition of an attribute. */
final class DefiningAttribute {
    private static final int BATCH = 200;

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
        if (known.isPresent() && known.get().sensitive() != definition.sensitive()) {
            renewIndexes(definition);
        }
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

    /** What has become sensitive must no longer be found by those who may not see it, and the other way round. */
    private void renewIndexes(AttributeDefinition definition) {
        AttributeCatalog renewed = attributes.with(definition);
        CustomerCriteria everybody = new CustomerCriteria(
                Reach.all(),
                List.of(),
                Reach.none(),
                Reach.none(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Slice slice = Slice.first(SortOrder.OLDEST_FIRST, BATCH);
        List<Customer> batch = writing.tx().customers().list(everybody, slice);
        while (!batch.isEmpty()) {
            batch.stream()
                    .filter(customer -> customer.attributes().containsKey(definition.name()))
                    .forEach(customer -> renew(customer, renewed));
            Customer last = batch.get(batch.size() - 1);
            Position position = new Position(last.createdAt(), last.id().value());
            slice = new Slice(SortOrder.OLDEST_FIRST, Optional.of(position), BATCH);
            batch = batch.size() < BATCH ? List.of() : writing.tx().customers().list(everybody, slice);
        }
    }

    private void renew(Customer customer, AttributeCatalog renewed) {
        Customer next = CustomerDraft.of(customer).later(customer, customer.version() + 1, customer.updatedAt());
        writing.tx().customers().update(next, CustomerIndexes.of(next, renewed));
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
