package io.crmkit.spi.storage;

import java.util.Set;

/**
 * What a customer is found by, made by the core: compare it as it is.
 *
 * @param identifiers unique keys: kind, colon, value; no two customers share one
 * @param contacts keys that several customers may share
 * @param openText folded text of the fields that everybody within reach may see
 * @param contactText folded text of contacts and of identifiers that count as such
 * @param sensitiveText folded text of sensitive attributes
 */
public record CustomerIndex(
        Set<String> identifiers, Set<String> contacts, String openText, String contactText, String sensitiveText) {
    /** Copies the sets. */
    public CustomerIndex {
        identifiers = Set.copyOf(identifiers);
        contacts = Set.copyOf(contacts);
    }

    /** The texts are left out: they may end up in a log. */
    @Override
    public String toString() {
        return "CustomerIndex[…]";
    }
}
