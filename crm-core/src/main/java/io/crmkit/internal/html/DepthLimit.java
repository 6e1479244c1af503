package io.crmkit.internal.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.owasp.html.HtmlStreamEventReceiver;

/**
 * Leaves out elements that nest too deeply and keeps their text. The sanitizer has a limit, too, but drops the text,
 * which would lose the oldest messages of a long quoted conversation. One per text.
 */
final class DepthLimit implements HtmlStreamEventReceiver {

    static final int MAX_DEPTH = 24;

    /** Paragraphs and list items are not counted: they end where the next one begins. */
    private static final Set<String> COUNTED = Set.of(
            "blockquote", "ul", "ol", "pre", "h3", "h4", "span", "a", "b", "strong", "i", "em", "u", "s", "code");

    private final HtmlStreamEventReceiver next;
    private final Deque<String> open = new ArrayDeque<>();
    private final Map<String, Integer> leftOut = new HashMap<>();

    DepthLimit(HtmlStreamEventReceiver next) {
        this.next = next;
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
    public void openTag(String name, List<String> attributes) {
        if (COUNTED.contains(name)) {
            if (open.size() == MAX_DEPTH) {
                leftOut.merge(name, 1, Integer::sum);
                return;
            }
            open.push(name);
        }
        next.openTag(name, attributes);
    }

    @Override
    public void closeTag(String name) {
        int missing = leftOut.getOrDefault(name, 0);
        if (missing > 0) {
            leftOut.put(name, missing - 1);
            return;
        }
        open.removeFirstOccurrence(name);
        next.closeTag(name);
    }

    @Override
    public void text(String text) {
        next.text(text);
    }
}
