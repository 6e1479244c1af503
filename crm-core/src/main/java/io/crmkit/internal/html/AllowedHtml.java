package io.crmkit.internal.html;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.owasp.html.AttributePolicy;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** What rich text may contain: paragraphs, lists, emphasis, code, small headings, links, direction and language. */
final class AllowedHtml {

    static final Set<String> ELEMENTS = Set.of(
            "p",
            "br",
            "b",
            "strong",
            "i",
            "em",
            "u",
            "s",
            "code",
            "pre",
            "a",
            "span",
            "ul",
            "ol",
            "li",
            "blockquote",
            "h3",
            "h4");

    private static final String[] DIRECTED = {"p", "span", "ul", "ol", "li", "blockquote", "h3", "h4"};
    private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{2,8}(?:-[a-zA-Z0-9]{1,8}){0,5}");
    private static final int MAX_ROUNDS = 5;
    private static final int MAX_LINK = 2048;

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(ELEMENTS.toArray(String[]::new))
            .allowAttributes("dir")
            .matching(true, "ltr", "rtl", "auto")
            .onElements(DIRECTED)
            .allowAttributes("lang")
            .matching(LANGUAGE)
            .onElements(DIRECTED)
            .allowUrlProtocols("http", "https", "mailto")
            .allowAttributes("href")
            .matching((AttributePolicy) AllowedHtml::absoluteLink)
            .onElements("a")
            .requireRelsOnLinks("nofollow", "noopener")
            .withPreprocessor(ElementFilter::before)
            .toFactory();

    private AllowedHtml() {}

    /** Sanitises until nothing changes: the library closes some crossed elements only when it sees its own output. */
    static String sanitise(String html) {
        String before = html;
        String after = POLICY.sanitize(before);
        for (int round = 1; round < MAX_ROUNDS && !after.equals(before); round++) {
            before = after;
            after = POLICY.sanitize(before);
        }
        return after;
    }

    /** Links inside the host's own site are refused, too: a note must not make an agent's browser act there. */
    private static @Nullable String absoluteLink(String element, String attribute, String value) {
        String link = value.strip();
        String lower = link.toLowerCase(Locale.ROOT);
        boolean absolute = lower.startsWith("https://") || lower.startsWith("http://") || lower.startsWith("mailto:");
        return absolute && link.length() <= MAX_LINK && ReadableText.of(link).equals(link) ? link : null;
    }
}
