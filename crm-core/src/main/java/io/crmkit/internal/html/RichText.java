package io.crmkit.internal.html;

import java.util.regex.Pattern;
import org.owasp.html.HtmlSanitizer;

/**
 * A text with simple formatting, made safe: as HTML for display and as plain text for search and previews. Sanitising
 * a sanitised text changes nothing. Immutable.
 */
public final class RichText {

    /**
     * The longest input in {@code char}s that {@link #of} is meant for. The caller refuses longer texts; the sanitizer
     * needs more than linear time for hostile input far beyond it. Output may be longer than input: usually a little,
     * nine times for a text of nothing but braces.
     */
    public static final int MAX_INPUT = 64 * 1024;

    private static final Pattern TAG = Pattern.compile("<[a-z]");

    private final String html;
    private final String plain;

    private RichText(String html, String plain) {
        this.html = html;
        this.plain = plain;
    }

    /**
     * Sanitises HTML written by people. What is not allowed is left out, and its text kept, except for scripts and
     * styles. Line breaks of a text in which no element is left become {@code br} elements.
     */
    public static RichText of(String input) {
        String html = AllowedHtml.sanitise(withClosedTags(ReadableText.of(input)));
        if (!TAG.matcher(html).find()) {
            html = AllowedHtml.sanitise(html.replace("\n", "<br />"));
        }
        PlainTextWriter plain = new PlainTextWriter();
        HtmlSanitizer.sanitize(html, plain);
        return new RichText(html, plain.toString());
    }

    /**
     * Gives well-formed HTML of the allowed elements only. Two opening braces in a row are parted by an empty comment,
     * so that no template engine of the host's pages finds its placeholders in them.
     */
    public String html() {
        return html;
    }

    /** Gives the text without markup: blocks on lines of their own, entities decoded, at most one line left empty. */
    public String plain() {
        return plain;
    }

    /** A {@code <} after the last {@code >} opens no tag: people write "less than" this way, and their text is kept. */
    private static String withClosedTags(String input) {
        int open = input.lastIndexOf('>') + 1;
        return input.substring(0, open) + input.substring(open).replace("<", "&lt;");
    }
}
