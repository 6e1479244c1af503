package io.crmkit.spi.storage;

import java.util.Map;
import java.util.Set;

/**
 * What a customer is found by, made by the core: compare it as it is. Texts are folded and hold the marks of
 * {@link SearchFeatures}, control characters among them, and may be longer than what they are made of several times over.
 *
 * @param identifiers unique keys: kind, colon, value; no two customers share one
 * @param contacts keys that several customers may share
 * @param openText text of the fields that everybody within reach may see
 * @param contactText text of contacts and of identifiers that count as such
 * @param attributeTexts text of each attribute by its name; none is empty, and none holds the key of an identifier or
 *     a contact ({@link SearchFeatures#mayHold}). Which of them are open to everybody within
 *     reach is said by who searches, in {@link TextReach}: what is stored does not depend on it
 * @param version of the rules by which the texts were made; what was made by others is to be made anew
 */
public record CustomerIndex(
        Set<String> identifiers,
        Set<String> contacts,
        String openText,
        String contactText,
        Map<String, String> attributeTexts,
        int version) {
    /** Texts that were made by no rules of the core, of version 0. */
    public CustomerIndex(
            Set<String> identifiers,
            Set<String> contacts,
            String openText,
            String contactText,
            Map<String, String> attributeTexts) {
        this(identifiers, contacts, openText, contactText, attributeTexts, 0);
    }

    /** Copies the collections. */
    public CustomerIndex {
        identifiers = Set.copyOf(identifiers);
        contacts = Set.copyOf(contacts);
        attributeTexts = Map.copyOf(attributeTexts);
    }

    /** The texts are left out: they may end up in a log. */
    @Override
    public String toString() {
        return "CustomerIndex[…]";
    }
}
