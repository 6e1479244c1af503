package io.crmkit.customer;

/** How well a customer matches what was typed, best first. With several words the worst of them counts. */
public enum MatchTier {
    /** An identifier or contact is what was typed, in its case where the case matters. */
    EXACT,
    /** A value is what was typed, as a whole but for blanks and marks around it. */
    VALUE,
    /** A word is. */
    WORD,
    /** A word begins so. */
    PREFIX,
    /** A value ends so; from four characters. */
    SUFFIX,
    /** It stands within a value; from three characters. */
    PART,
    /**
     * A word differs by one letter: missing, too much, wrong, or at another place; of one with more than 24 letters half is
     * there. Only if there is nothing better.
     */
    APPROXIMATE
}
