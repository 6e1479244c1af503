package io.crmkit.text;

/**
 * Why a text was found.
 *
 * @param by by what
 * @param snippet the part of the text around it, at most 140 user-perceived characters beside an ellipsis at either end
 *     where something was cut off; the object's id where only an object that the text is about is called so
 * @param from where in the snippet it begins
 * @param to where it ends there
 */
public record TextMatch(MatchedBy by, String snippet, int from, int to) {
    /** By what only: the text is personal. */
    @Override
    public String toString() {
        return "TextMatch[" + by + "]";
    }
}
