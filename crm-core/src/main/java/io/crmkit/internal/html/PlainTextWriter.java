package io.crmkit.internal.html;

import java.util.List;
import java.util.Set;
import org.owasp.html.HtmlSanitizer;

/** Writes the text of sanitised HTML the way a browser would lay it out in lines. One per text. */
final class PlainTextWriter implements HtmlSanitizer.Policy {

    private static final Set<String> BLOCKS = Set.of("p", "ul", "ol", "li", "blockquote", "pre", "h3", "h4");

    private final StringBuilder out = new StringBuilder();
    private int preformatted;

    @Override
    public void openDocument() {
        // Nothing comes before the text.
    }

    @Override
    public void closeDocument() {
        // Nothing comes after the text.
    }

    @Override
    public void openTag(String name, List<String> attributes) {
        if (name.equals("br")) {
            newLine();
        } else if (BLOCKS.contains(name)) {
            endLine();
        }
        if (name.equals("pre")) {
            preformatted++;
        }
    }

    @Override
    public void closeTag(String name) {
        if (BLOCKS.contains(name)) {
            endLine();
        }
        if (name.equals("pre")) {
            preformatted--;
        }
    }

    @Override
    public void text(String text) {
        if (preformatted > 0) {
            out.append(text);
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isHtmlBlank(c)) {
                out.append(c);
            } else if (!endsWith(' ') && !atLineStart()) {
                out.append(' ');
            }
        }
    }

    @Override
    public String toString() {
        return out.toString().stripTrailing();
    }

    private void endLine() {
        if (!atLineStart()) {
            newLine();
        }
    }

    private void newLine() {
        if (endsWith(' ')) {
            out.setLength(out.length() - 1);
        }
        boolean secondEmptyLine = out.length() >= 2 && endsWith('\n') && out.charAt(out.length() - 2) == '\n';
        if (!out.isEmpty() && !secondEmptyLine) {
            out.append('\n');
        }
    }

    private boolean atLineStart() {
        return out.isEmpty() || endsWith('\n');
    }

    private boolean endsWith(char c) {
        return !out.isEmpty() && out.charAt(out.length() - 1) == c;
    }

    private static boolean isHtmlBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }
}
