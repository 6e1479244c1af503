package io.crmkit.examples.replay;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can happen in a history, and the fields that it must have. */
enum EventKind {
    AGENT("id", "name", "team", "role"),
    CUSTOMER("ref", "given", "family", "username", "language"),
    OPEN("ticket", "customer", "channel", "category", "subject", "body"),
    MESSAGE("ticket", "customer", "body"),
    ASSIGN("ticket", "by", "to"),
    REPLY("ticket", "by", "body"),
    COMMENT("ticket", "by", "body"),
    STATUS("ticket", "by", "status"),
    NOTE("note", "by", "customer", "body"),
    EDIT_NOTE("note", "by", "body"),
    DELETE_NOTE("note", "by"),
    END();

    private final String required;

    EventKind(String... required) {
        this.required = String.join(" ", required);
    }

    List<String> required() {
        return required.isEmpty() ? List.of() : List.of(required.split(" ", -1));
    }

    static Optional<EventKind> named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.text().equals(name)).findFirst();
    }

    private String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
