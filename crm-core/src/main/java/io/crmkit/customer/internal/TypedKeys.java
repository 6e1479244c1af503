package io.crmkit.customer.internal;

import io.crmkit.customer.Contact;
import io.crmkit.customer.ContactType;
import io.crmkit.customer.Identifier;
import io.crmkit.internal.identifier.CanonicalIdentifier;
import io.crmkit.internal.search.Key;
import io.crmkit.internal.text.Folding;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The keys by which a search finds a customer at once, whatever kind of identifier the caller had in mind: the canonical
 * value of an identifier or contact, and log-in names apart from these, since only they have no case.
 */
final class TypedKeys {
    /** Before log-in names, and in no identifier and no contact. */
    private static final char LOG_IN = '\u0006';

    private TypedKeys() {}

    /** The key of an identifier. */
    static Key of(Identifier identifier) {
        return identifier.kind().equals(Identifier.USERNAME)
                ? username(identifier.value())
                : Key.of(CanonicalIdentifier.of(identifier.value()).orElse(identifier.value()));
    }

    /** The key of a contact. */
    static Key of(Contact contact) {
        return Key.of(contact.normalised());
    }

    /**
     * All keys that a text may be meant for.
     *
     * @param read the same, as a contact
     */
    static Set<Key> of(String typed, ReadContact read) {
        Set<Key> keys = new LinkedHashSet<>();
        CanonicalIdentifier.of(typed).map(Key::of).ifPresent(keys::add);
        keys.add(username(typed));
        for (ContactType type : ContactType.values()) {
            read.contact(type).map(TypedKeys::of).ifPresent(keys::add);
        }
        return keys;
    }

    private static Key username(String name) {
        return new Key(LOG_IN + Folding.fold(name), name);
    }
}
