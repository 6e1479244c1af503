package io.crmkit.internal.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Looks at sanitised HTML with a parser of another family and accepts only what is allowed. */
final class HtmlJudge {

    private static final Set<String> ELEMENTS = Set.of(
            "p",
            "br",
            "b",
            "strong",
            "i",
            "em",
            "u",
            "s",
            "ul",
            "ol",
            "li",
            "blockquote",
            "code",
            "pre",
            "h3",
            "h4",
            "a",
            "span");
    private static final Set<String> DIRECTED = Set.of("p", "span", "ul", "ol", "li", "blockquote", "h3", "h4");
    private static final Map<String, String> VALUES = Map.of(
            "href", "(?:https?://|mailto:)[^\\s<>\"']+",
            "rel", "nofollow noopener",
            "dir", "ltr|rtl|auto",
            "lang", "[a-zA-Z]{2,8}(?:-[a-zA-Z0-9]{1,8})*");

    private HtmlJudge() {}

    static void accept(String html) {
        Element body =
                Jsoup.parse("<!DOCTYPE html><html><head></head><body>" + html).body();
        assertThat(body.attributes().isEmpty()).as("attributes of body").isTrue();
        body.childNodes().forEach(HtmlJudge::acceptNode);
    }

    private static void acceptNode(Node node) {
        if (node instanceof Element element) {
            assertThat(ELEMENTS).contains(element.normalName());
            element.attributes().forEach(attribute -> acceptAttribute(element, attribute));
            assertThat(!element.normalName().equals("a") || element.attr("rel").equals("nofollow noopener"))
                    .isTrue();
        } else if (node instanceof Comment comment) {
            assertThat(comment.getData()).as("only the comment between braces").isEqualTo(" ");
            assertThat(comment.previousSibling() instanceof TextNode text
                            && text.getWholeText().endsWith("{"))
                    .isTrue();
        } else {
            assertThat(node).isInstanceOf(TextNode.class);
            assertThat(((TextNode) node).getWholeText()).doesNotMatch("(?s).*[\\x00-\\x08\\x0B-\\x1F\\x7F].*");
        }
        node.childNodes().forEach(HtmlJudge::acceptNode);
    }

    private static void acceptAttribute(Element element, Attribute attribute) {
        Set<String> allowed = element.normalName().equals("a")
                ? Set.of("href", "rel")
                : DIRECTED.contains(element.normalName()) ? Set.of("dir", "lang") : Set.of();
        assertThat(allowed).as("attributes of %s", element.normalName()).contains(attribute.getKey());
        assertThat(attribute.getValue()).matches(VALUES.get(attribute.getKey()));
    }

    /** What is in the markup, written in one form: elements, attributes without {@code rel}, text as parsed. */
    static String structure(String html) {
        StringBuilder out = new StringBuilder();
        write(Jsoup.parse(html).body().childNodes(), out);
        return out.toString();
    }

    private static void write(List<Node> nodes, StringBuilder out) {
        for (Node node : nodes) {
            if (node instanceof TextNode text) {
                out.append(text.getWholeText());
            } else if (node instanceof Element element) {
                out.append('<').append(element.normalName());
                element.attributes().asList().stream()
                        .filter(attribute -> !attribute.getKey().equals("rel"))
                        .forEach(attribute -> out.append(' ').append(attribute));
                out.append('>');
                write(element.childNodes(), out);
                out.append("</").append(element.normalName()).append('>');
            }
        }
    }
}
