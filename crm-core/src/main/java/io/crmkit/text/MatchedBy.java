package io.crmkit.text;

/** By what a text was found, best first. */
public enum MatchedBy {
    /** It names exactly this: a number, an address, a transaction, however either is written. */
    REFERENCE,
    /** It names something that begins so; from five characters. */
    BEGINNING,
    /** It names something that ends so; from four characters. */
    ENDING,
    /** All words stand somewhere in it, as parts; looked for only if it is found by nothing better. */
    WORDS
}
