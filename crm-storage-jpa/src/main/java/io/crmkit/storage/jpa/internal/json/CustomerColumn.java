package io.crmkit.storage.jpa.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmkit.actor.ActorId;
import io.crmkit.actor.ActorKind;
import io.crmkit.actor.ActorRef;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.TeamId;
import io.crmkit.customer.Contact;
import io.crmkit.customer.ContactType;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerFlag;
import io.crmkit.customer.Identifier;
import io.crmkit.customer.Names;
import io.crmkit.customer.Tier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A whole customer in one column: what he was when he was merged. */
public final class CustomerColumn {
    private CustomerColumn() {}

    /** The customer as a column holds him. */
    public static String of(Customer customer) {
        ObjectNode node = Json.object();
        node.put("id", customer.id().toString()).put("version", customer.version());
        node.put("given", customer.names().given())
                .put("family", customer.names().family());
        customer.identifiers()
                .forEach(it -> node.withArray("identifiers")
                        .addObject()
                        .put("kind", it.kind())
                        .put("value", it.value()));
        customer.contacts()
                .forEach(it -> node.withArray("contacts")
                        .addObject()
                        .put("type", it.type().name())
                        .put("value", it.value())
                        .put("normalised", it.normalised()));
        node.set("languages", Json.words(customer.languages()));
        customer.preferredChannel().ifPresent(it -> node.put("preferredChannel", it.name()));
        node.put("tier", customer.tier().name());
        node.set(
                "flags",
                Json.words(customer.flags().stream().map(Enum::name).sorted().toList()));
        node.set("attributes", Json.map(customer.attributes()));
        customer.owner().ifPresent(it -> node.put("owner", it.value()));
        node.put("team", customer.team().value());
        node.put("createdAt", customer.createdAt().toString());
        node.put("createdByKind", customer.createdBy().kind().name());
        node.put("createdBy", customer.createdBy().id().value());
        node.put("updatedAt", customer.updatedAt().toString());
        node.set("masked", Json.words(customer.masked().stream().sorted().toList()));
        return Json.write(node);
    }

    /** Reads a customer. */
    public static Customer read(String column) {
        JsonNode node = Json.read(column);
        return new Customer(
                CustomerId.parse(Json.text(node, "id")),
                node.path("version").asLong(),
                new Names(Json.text(node, "given"), Json.text(node, "family")),
                each(node.path("identifiers"), it -> new Identifier(Json.text(it, "kind"), Json.text(it, "value"))),
                each(
                        node.path("contacts"),
                        it -> new Contact(
                                ContactType.valueOf(Json.text(it, "type")),
                                Json.text(it, "value"),
                                Json.text(it, "normalised"))),
                Json.words(node.path("languages")),
                Json.optional(node, "preferredChannel").map(ContactType::valueOf),
                Tier.valueOf(Json.text(node, "tier")),
                Json.words(node.path("flags")).stream()
                        .map(CustomerFlag::valueOf)
                        .collect(Collectors.toSet()),
                Json.map(node.path("attributes")),
                Json.optional(node, "owner").map(ActorId::new),
                TeamId.of(Json.text(node, "team")),
                Instant.parse(Json.text(node, "createdAt")),
                new ActorRef(
                        ActorKind.valueOf(Json.text(node, "createdByKind")), new ActorId(Json.text(node, "createdBy"))),
                Instant.parse(Json.text(node, "updatedAt")),
                Set.copyOf(Json.words(node.path("masked"))));
    }

    private static <T> List<T> each(JsonNode array, Function<JsonNode, T> make) {
        List<T> values = new ArrayList<>();
        array.forEach(node -> values.add(make.apply(node)));
        return values;
    }
}
