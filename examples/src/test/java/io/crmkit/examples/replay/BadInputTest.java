package io.crmkit.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.examples.features.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadInputTest {
    private static final String AGENT =
            "{\"at\":\"2026-03-01T00:00:00Z\",\"do\":\"agent\",\"id\":\"sara\",\"name\":\"Sara\",\"team\":\"support\",\"role\":\"SUPPORT_AGENT\"}";
    private static final String CUSTOMER =
            "{\"at\":\"2026-03-01T00:00:01Z\",\"do\":\"customer\",\"ref\":\"c1\",\"given\":\"علی\",\"family\":\"رضایی\",\"username\":\"u1\",\"language\":\"fa\"}";
    private static final String END = "{\"at\":\"2026-03-02T00:00:00Z\",\"do\":\"end\"}";

    @TempDir
    Path folder;

    @Test
    void aBrokenLineIsNamed() throws IOException {
        assertThat(refusal(AGENT, "{\"at\":\"2026", END)).contains("line 2: is no valid JSON");
    }

    @Test
    void anUnknownEventIsNamed() throws IOException {
        assertThat(refusal(AGENT, "{\"at\":\"2026-03-01T00:01:00Z\",\"do\":\"dance\"}", END))
                .contains("line 2: \"do\" is \"dance\", which is no event");
    }

    @Test
    void aMissingFieldIsNamed() throws IOException {
        assertThat(refusal(
                        AGENT,
                        "{\"at\":\"2026-03-01T00:01:00Z\",\"do\":\"note\",\"note\":\"n1\",\"by\":\"sara\",\"customer\":\"c1\"}",
                        END))
                .contains("line 2: \"body\" is missing from an event \"note\"");
    }

    @Test
    void anUnknownReferenceIsNamed() throws IOException {
        assertThat(refusal(AGENT, CUSTOMER, message("c1", "x"), END))
                .contains("line 3: \"ticket\" names t9, which is unknown");
    }

    @Test
    void aTimeThatGoesBackIsNamed() throws IOException {
        assertThat(refusal(CUSTOMER, AGENT, END)).contains("line 2: goes back in time");
    }

    @Test
    void fiveMegabytesInABodyAreRefused() throws IOException {
        assertThat(refusal(AGENT, CUSTOMER, message("c1", "x".repeat(5_000_000)), END))
                .contains("line 3: is longer than 2000000 characters");
        assertThat(refusal(AGENT, CUSTOMER, message("c1", "x".repeat(100_001)), END))
                .contains("line 3: \"body\" has 100001 characters, allowed are 100000");
    }

    @Test
    void aFileWithoutEndIsNotTakenForWhole() throws IOException {
        assertThat(refusal(AGENT, CUSTOMER)).contains("line 3: the file stops without an event \"end\"");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        assertThat(refusal()).contains("line 1: the file stops without an event \"end\"");
    }

    @Test
    void whatTheCrmRefusesToCreateIsNamed() throws IOException {
        String bad = CUSTOMER.replace("\"u1\"", "\"u1\",\"email\":\"not an address\"");

        assertThat(refusal(AGENT, bad, END)).contains("line 2: is refused:").doesNotContain("not an address");
    }

    @Test
    void anUnknownRoleIsNamed() throws IOException {
        assertThat(refusal(AGENT.replace("SUPPORT_AGENT", "KING"), END))
                .contains("line 1: \"role\" is none of [ADMIN,");
    }

    @Test
    void aSecondRecordOfOneNameIsRefused() throws IOException {
        String again = CUSTOMER.replace("00:00:01Z", "00:00:02Z").replace("u1", "u2");

        assertThat(refusal(AGENT, CUSTOMER, again, END)).contains("line 3: \"ref\" names c1, which is there already");
    }

    @Test
    void aSecondAgentOfOneNameIsRefused() throws IOException {
        assertThat(refusal(AGENT, AGENT.replace("00:00:00Z", "00:00:01Z"), END))
                .contains("line 2: \"id\" names sara, which is there already");
    }

    @Test
    void jsonThatIsNestedTooDeepIsNoCrash() throws IOException {
        assertThat(refusal("[".repeat(100_000), END)).contains("line 1: is no valid JSON");
    }

    @Test
    void whatCommandsATerminalIsNotPassedOn() throws IOException {
        assertThat(refusal("{\"at\":\"2026-03-01T00:01:00Z\",\"do\":\"\\u001b[2J\\u202e\"}", END))
                .doesNotContain("\u001b")
                .doesNotContain("\u202e");
    }

    @Test
    void timesBeyondAllCalendarsAreRefused() throws IOException {
        assertThat(refusal(END.replace("2026", "+999999999"))).contains("line 1: \"at\"");
    }

    @Test
    void blankLinesAndAByteOrderMarkDoNotMatter() throws IOException {
        Path input = folder.resolve("input.jsonl");
        Files.writeString(input, "\ufeff" + AGENT + "\r\n" + "\n".repeat(50_000) + END + "\r\n");
        Screen screen = new Screen();

        int code = ReplayCommand.run(
                List.of(input.toString(), "--out", folder.resolve("out").toString()), screen.console());

        assertThat(screen.err()).isEmpty();
        assertThat(code).isZero();
    }

    @Test
    void aFolderThatCannotBeIsNamedBeforeTheWork() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        Path input = Files.writeString(folder.resolve("input.jsonl"), END + "\n");
        for (String out : new String[] {file.toString(), file.resolve("below").toString(), "/"}) {
            Screen screen = new Screen();

            int code = ReplayCommand.run(List.of(input.toString(), "--out", out), screen.console());

            assertThat(code).isEqualTo(2);
            assertThat(screen.err()).startsWith("--out " + out).hasLineCount(1);
        }
    }

    @Test
    void somethingThatIsNotUtf8IsRefused() throws IOException {
        Path input = folder.resolve("latin.jsonl");
        Files.write(input, new byte[] {'{', (byte) 0xfc, '}', '\n'});
        Screen screen = new Screen();

        int code = ReplayCommand.run(
                List.of(input.toString(), "--out", folder.resolve("out").toString()), screen.console());

        assertThat(code).isEqualTo(2);
        assertThat(screen.err()).contains("is not UTF-8");
    }

    private static String message(String customer, String body) {
        return "{\"at\":\"2026-03-01T00:02:00Z\",\"do\":\"message\",\"ticket\":\"t9\",\"customer\":\"" + customer
                + "\",\"body\":\"" + body + "\"}";
    }

    private String refusal(String... lines) throws IOException {
        Path input = folder.resolve("input.jsonl");
        Files.writeString(input, Arrays.stream(lines).map(line -> line + "\n").collect(Collectors.joining()));
        Screen screen = new Screen();
        Path out = folder.resolve("out");

        int code = ReplayCommand.run(List.of(input.toString(), "--out", out.toString()), screen.console());

        assertThat(code).isEqualTo(2);
        assertThat(out).doesNotExist();
        assertThat(screen.out()).isEmpty();
        assertThat(screen.err().lines()).hasSize(1);
        return screen.err();
    }
}
