package io.crmkit.internal.reference;

import io.crmkit.internal.text.Graphemes;
import io.crmkit.text.MatchedBy;
import io.crmkit.text.TextMatch;

/** The part of a text around what was found in it. */
final class Snippet {
    private static final int MOST = 140;
    private static final int BEFORE = 40;
    private static final String CUT = "…";

    private Snippet() {}

    static TextMatch of(MatchedBy by, String text, int from, int to) {
        int start = Graphemes.before(text, from, BEFORE);
        String beginning = start == 0 ? "" : CUT;
        String snippet = beginning + Graphemes.cut(text.substring(start), MOST);
        int shift = beginning.length() - start;
        return new TextMatch(by, snippet, from + shift, Math.min(to + shift, snippet.length()));
    }
}
