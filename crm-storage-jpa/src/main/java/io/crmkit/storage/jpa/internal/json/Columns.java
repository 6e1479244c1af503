package io.crmkit.storage.jpa.internal.json;

import io.crmkit.audit.FieldDelta;
import io.crmkit.customer.Contact;
import io.crmkit.customer.ContactType;
import io.crmkit.customer.Identifier;
import io.crmkit.id.SubjectRef;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The lists of records in the form in which a column holds them. */
public final class Columns {
    private Columns() {}

    /** Words in their order. */
    public static String words(Collection<String> words) {
        return Json.write(Json.words(words));
    }

    /** Reads words. */
    public static List<String> words(String column) {
        return Json.words(Json.read(column));
    }

    /** Texts by name. */
    public static String map(Map<String, String> values) {
        return Json.write(Json.map(values));
    }

    /** Reads texts by name. */
    public static Map<String, String> map(String column) {
        return Json.map(Json.read(column));
    }

    /** A customer's keys in other systems. */
    public static String identifiers(List<Identifier> identifiers) {
        return Json.writeAll(
                identifiers, (node, it) -> node.put("kind", it.kind()).put("value", it.value()));
    }

    /** Reads a customer's keys. */
    public static List<Identifier> identifiers(String column) {
        return Json.readAll(column, node -> new Identifier(Json.text(node, "kind"), Json.text(node, "value")));
    }

    /** Ways to reach a customer. */
    public static String contacts(List<Contact> contacts) {
        return Json.writeAll(
                contacts,
                (node, it) -> node.put("type", it.type().name())
                        .put("value", it.value())
                        .put("normalised", it.normalised()));
    }

    /** Reads ways to reach a customer. */
    public static List<Contact> contacts(String column) {
        return Json.readAll(
                column,
                node -> new Contact(
                        ContactType.valueOf(Json.text(node, "type")),
                        Json.text(node, "value"),
                        Json.text(node, "normalised")));
    }

    /** References to objects. */
    public static String subjects(List<SubjectRef> subjects) {
        return Json.writeAll(subjects, (node, it) -> node.put("type", it.type()).put("id", it.id()));
    }

    /** Reads references to objects. */
    public static List<SubjectRef> subjects(String column) {
        return Json.readAll(column, node -> new SubjectRef(Json.text(node, "type"), Json.text(node, "id")));
    }

    /** Changes of fields. */
    public static String deltas(List<FieldDelta> deltas) {
        return Json.writeAll(deltas, (node, it) -> {
            node.put("field", it.field());
            it.before().ifPresent(before -> node.put("before", before));
            it.after().ifPresent(after -> node.put("after", after));
        });
    }

    /** Reads changes of fields. */
    public static List<FieldDelta> deltas(String column) {
        return Json.readAll(
                column,
                node -> new FieldDelta(
                        Json.text(node, "field"), Json.optional(node, "before"), Json.optional(node, "after")));
    }
}
