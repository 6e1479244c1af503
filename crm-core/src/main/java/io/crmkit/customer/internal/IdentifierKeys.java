package io.crmkit.customer.internal;

import io.crmkit.customer.Identifier;
import io.crmkit.internal.identifier.CanonicalIdentifier;
import io.crmkit.internal.text.Folding;
import java.util.Set;

/** How identifiers are compared, and which of them are open. */
final class IdentifierKeys {
    private static final Set<String> OPEN_KINDS = Set.of(Identifier.USERNAME, "uid");

    private IdentifierKeys() {}

    /** The unique key: log-in names without regard to case and letter variants, others as {@link CanonicalIdentifier} says. */
    static String key(Identifier identifier) {
        String value = identifier.kind().equals(Identifier.USERNAME)
                ? Folding.fold(identifier.value())
                : CanonicalIdentifier.of(identifier.value()).orElse("");
        return identifier.kind() + ":" + (value.isEmpty() ? identifier.value() : value);
    }

    /** Whether everybody who may read the customer sees identifiers of a kind. */
    static boolean isOpen(String kind) {
        return OPEN_KINDS.contains(kind);
    }
}
