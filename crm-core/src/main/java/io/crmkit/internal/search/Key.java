package io.crmkit.internal.search;

/**
 * By what somebody who has an identifier or a contact is found at once.
 *
 * @param text what is compared, in its case
 * @param value the identifier or contact itself: who is found by the key is also found by this as a value
 */
public record Key(String text, String value) {
    /** Of what is compared as it is. */
    public static Key of(String value) {
        return new Key(value, value);
    }

    /** Left out: people search for names. */
    @Override
    public String toString() {
        return "Key[…]";
    }
}
