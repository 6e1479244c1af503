package io.crmkit.examples.threeam;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.examples.features.Screen;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThreeAmTest {
    @ParameterizedTest
    @ValueSource(strings = {"fa", "ta", "en"})
    void theNightGoesAsItShould(String language) {
        Screen screen = new Screen();

        int code = ThreeAmCommand.run(List.of("--lang", language), screen.console());

        assertThat(screen.out()).doesNotContain("✘").contains("16");
        assertThat(code).isZero();
    }

    @Test
    void aDatabaseTellsTheSameStory() {
        Screen heap = new Screen();
        Screen database = new Screen();

        ThreeAmCommand.run(List.of("--lang", "ta"), heap.console());
        int code = ThreeAmCommand.run(List.of("--lang", "ta", "--storage", "jpa"), database.console());

        assertThat(code).isZero();
        assertThat(database.out()).isEqualTo(heap.out());
    }

    @ParameterizedTest
    @CsvSource({
        "--storage disk, must be memory or jpa",
        "--url jdbc:h2:mem:x, needs --storage jpa",
        "--storage jpa --url postgres://x, must begin with jdbc:",
        "--storage jpa --storage jpa, is there twice",
        "--storage jpa --password-env NOBODY_SET_THIS, no environment variable",
        "--storage, needs a value",
        "--what x, is no option here"
    })
    void optionsThatDoNotGoTogetherAreRefusedWithASentence(String options, String sentence) {
        Screen screen = new Screen();

        assertThat(ThreeAmCommand.run(List.of(options.split(" ")), screen.console()))
                .isEqualTo(2);
        assertThat(screen.err()).contains(sentence);
        assertThat(screen.out()).isEmpty();
    }

    @Test
    void aDatabaseThatCannotBeReachedIsSaidToBe() {
        Screen screen = new Screen();

        int code = ThreeAmCommand.run(
                List.of("--storage", "jpa", "--url", "jdbc:h2:tcp://127.0.0.1:1/x"), screen.console());

        assertThat(code).isEqualTo(2);
        assertThat(screen.err()).contains("cannot be reached");
    }

    @Test
    void theInternalQuestionIsNeverShown() {
        Screen screen = new Screen();

        ThreeAmCommand.run(List.of("--lang", "en"), screen.console());

        assertThat(screen.out()).doesNotContain(new StoryTexts("en").of("question"));
    }

    @Test
    void anUnknownLanguageIsRefused() {
        Screen screen = new Screen();

        assertThat(ThreeAmCommand.run(List.of("--lang", "xx"), screen.console()))
                .isEqualTo(2);
        assertThat(screen.err()).startsWith("Usage:");
    }
}
