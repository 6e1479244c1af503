package io.crmkit.examples.threeam;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.examples.features.Screen;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
