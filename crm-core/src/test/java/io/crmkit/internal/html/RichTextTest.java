package io.crmkit.internal.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RichTextTest {

    static List<String> hostileInputs() {
        return SampleLines.of("hostile.txt");
    }

    static List<String> benignInputs() {
        return SampleLines.of("benign.txt");
    }

    @ParameterizedTest
    @MethodSource("hostileInputs")
    void hostileInputComesOutHarmless(String input) {
        HtmlJudge.accept(RichText.of(input).html());
        HtmlJudge.accept(RichText.of("<p>before " + input + " after</p>").html());
        HtmlJudge.accept(RichText.of("<ul><li><b>" + input).html());
    }

    @ParameterizedTest
    @MethodSource("hostileInputs")
    void sanitisingTwiceEqualsSanitisingOnce(String input) {
        RichText once = RichText.of(input);

        RichText twice = RichText.of(once.html());

        assertThat(twice.html()).isEqualTo(once.html());
        assertThat(twice.plain()).isEqualTo(once.plain());
    }

    @Test
    void anyMixtureOfTagsComesOutHarmlessAndStable() {
        String[] parts = """
                <p> </p> <b> </b> <i> </i> <ul> </ul> <li> </li> <blockquote> </blockquote> <pre> </pre> <br> <h1> </h1>
                <a&#32;href='https://x.example'> </a> <div> </div> <table> <tr> <td> </table> <span&#32;dir=rtl> </span>
                <span> <svg> </svg> <select> <option> </select> <style> </style> <script> </script> <!-- --> < > { &lt;
                &#10; &#123; &#32; سلام x <template> </template> <noscript>
                """.split("\\s+", -1);
        Random random = new Random(7);
        for (int i = 0; i < 4_000; i++) {
            StringBuilder input = new StringBuilder();
            random.ints(2 + random.nextInt(25), 0, parts.length)
                    .forEach(p -> input.append(parts[p].replace("&#32;", " ")));

            String html = RichText.of(input.toString()).html();

            HtmlJudge.accept(html);
            assertThat(RichText.of(html).html()).as(input.toString()).isEqualTo(html);
        }
    }

    @ParameterizedTest
    @MethodSource("benignInputs")
    void allowedMarkupSurvivesUnchanged(String input) {
        RichText text = RichText.of(input);

        HtmlJudge.accept(text.html());
        assertThat(HtmlJudge.structure(text.html())).isEqualTo(HtmlJudge.structure(input));
        assertThat(RichText.of(text.html()).html()).isEqualTo(text.html());
        assertThat(text.plain().replaceAll("\\s", ""))
                .isEqualTo(Jsoup.parse(input).wholeText().replaceAll("\\s", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>x</script>",
                "<p onclick=x>y</p>",
                "<a href='javascript:x' rel='nofollow noopener'>y</a>",
                "<a href='https://ok.example'>y</a>",
                "<!-- x -->",
                "<svg></svg>",
                "<p style='x'>y</p>",
                "<b dir=rtl>x</b>",
                "<p>x\u0001</p>",
                "<p lang='\"x'>y</p>",
                "<body onload=x>",
                "<style>x</style>",
                "<meta>"
            })
    void theJudgeItselfRefusesWhatIsForbidden(String html) {
        assertThatThrownBy(() -> HtmlJudge.accept(html)).isInstanceOf(AssertionError.class);
    }

    @Test
    void theSamplesAreMany() {
        assertThat(hostileInputs()).hasSizeGreaterThanOrEqualTo(150).doesNotHaveDuplicates();
        assertThat(benignInputs()).hasSizeGreaterThanOrEqualTo(40).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            `<p>a</p><p>b</p>`                                            | a/b
            `<div>سلام</div><div>می‌رسد</div>`                             | سلام/می‌رسد
            `<ul><li>one</li><li>two</li></ul>tail`                       | one/two/tail
            `<h1>Title</h1>text`                                          | Title/text
            `a<br>b<br><br><br><br>c`                                     | a/b//c
            `<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>` | a b/c
            `AT&amp;T &lt;b&gt; &zwnj;x`                                  | AT&T <b> ‌x
            `  much   space  `                                            | much space
            `<b>bold</b>er`                                               | bolder
            `Dear {{name}}`                                               | Dear {{name}}
            `<p>{</p>{<b>{</b>`                                           | {/{{
            `x<y and nothing closes`                                      | x<y and nothing closes
            `price <100 and >50`                                          | price <100 and >50
            `<pre>  a   b</pre>`                                          | `  a   b`
            """, delimiter = '|')
    void plainTextReadsLikeThePage(String input, String plain) {
        assertThat(RichText.of(input).plain()).isEqualTo(plain.replace('/', '\n'));
    }

    @Test
    void linesOfATextWithoutMarkupStayLines() {
        RichText text = RichText.of("سلام {{نام}}\r\nدوم\nسوم");

        assertThat(text.plain()).isEqualTo("سلام {{نام}}\nدوم\nسوم");
        assertThat(Jsoup.parse(text.html()).select("br")).hasSize(2);
        assertThat(RichText.of(text.html()).html()).isEqualTo(text.html());
    }

    @Test
    void joinersOfPersianAndTamilAreKept() {
        String written = "می\u200cخواهم க்\u200dஷ க்\u200cஷ 👨\u200d👩\u200d👧 \u2068A\u2069";

        RichText text = RichText.of("<p>" + written + "</p>");

        assertThat(Jsoup.parse(text.html()).body().wholeText()).isEqualTo(written);
        assertThat(text.plain()).isEqualTo(written);
    }

    @Test
    void elementsNestToALimitAndTextIsKept() {
        String deep = "<blockquote>".repeat(500) + "x" + "</blockquote>".repeat(500) + "<b>y</b>";

        RichText text = RichText.of(deep);

        assertThat(Jsoup.parse(text.html()).select("blockquote")).hasSize(DepthLimit.MAX_DEPTH);
        assertThat(text.plain()).isEqualTo("x\ny");
        assertThat(Jsoup.parse(text.html()).select("body > b")).hasSize(1);
    }

    @Test
    void emptyInputGivesEmptyText() {
        assertThat(RichText.of("").html()).isEmpty();
        assertThat(RichText.of("\u0000\uD800").plain()).isEmpty();
    }
}
