package io.crmkit.internal.html;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.owasp.html.HtmlStreamEventReceiver;

/**
 * Prepares what the lexer found for balancing: blocks that editors and mail programs write become allowed ones, so that
 * their text does not run together; all other elements are left out before they can confuse the balancing; scripts and
 * styles lose their text; characters that were hidden in entities are dropped. One per text.
 */
final class ElementFilter implements HtmlStreamEventReceiver {

    private static final Map<String, String> RENAMED = Map.ofEntries(
            Map.entry("h1", "h3"),
            Map.entry("h2", "h3"),
            Map.entry("h5", "h4"),
            Map.entry("h6", "h4"),
            Map.entry("address", "p"),
            Map.entry("article", "p"),
            Map.entry("aside", "p"),
            Map.entry("center", "p"),
            Map.entry("dd", "p"),
            Map.entry("div", "p"),
            Map.entry("dt", "p"),
            Map.entry("footer", "p"),
            Map.entry("header", "p"),
            Map.entry("main", "p"),
            Map.entry("section", "p"),
            Map.entry("tr", "p"));
    private static final Set<String> CELLS = Set.of("td", "th", "option");
    private static final Set<String> WITHOUT_TEXT =
            Set.of("script", "style", "iframe", "noembed", "noframes", "noscript");

    private final HtmlStreamEventReceiver next;
    private boolean muted;

    private ElementFilter(HtmlStreamEventReceiver next) {
        this.next = next;
    }

    static HtmlStreamEventReceiver before(HtmlStreamEventReceiver next) {
        return new ElementFilter(new DepthLimit(next));
    }

    @Override
    public void openDocument() {
        next.openDocument();
    }

    @Override
    public void closeDocument() {
        next.closeDocument();
    }

    @Override
    public void text(String text) {
        if (!muted) {
            next.text(ReadableText.of(text));
        }
    }

    @Override
    public void openTag(String name, List<String> attributes) {
        muted = WITHOUT_TEXT.contains(name);
        String allowed = RENAMED.getOrDefault(name, name);
        if (AllowedHtml.ELEMENTS.contains(allowed)) {
            next.openTag(allowed, attributes);
        }
    }

    @Override
    public void closeTag(String name) {
        muted = false;
        String allowed = RENAMED.getOrDefault(name, name);
        if (AllowedHtml.ELEMENTS.contains(allowed)) {
            next.closeTag(allowed);
        } else if (CELLS.contains(name)) {
            next.text(" ");
        }
    }
}
