package io.crmkit.examples.lostorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.examples.features.Screen;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order that nobody finds is found among all notes, in each writing of its number. */
class LostOrderTest {
    private final Screen screen = new Screen();

    @ParameterizedTest
    @ValueSource(strings = {"memory", "jpa"})
    void theNoteIsFoundInEachWritingOfItsNumber(String storage) {
        int code = LostOrderCommand.run(List.of("--notes", "600", "--storage", storage), screen.console());

        assertThat(screen.err()).isEmpty();
        assertThat(screen.out())
                .startsWith("600 notes of 501 customers")
                .contains("1234-5678-9012: 1 found in", "by 4 calls of the storage")
                .contains("مریم صالحی, note by sara of 2026-01-01T", "about order:OLD-77310")
                .contains("کد رهگیری: ۱۲۳۴-۵۶۷۸ ۹۰۱۲», by ۱۲۳۴-۵۶۷۸ ۹۰۱۲ (REFERENCE)", "(BEGINNING)", "(ENDING)")
                .contains("who may not see that customer, finds 0 notes")
                .doesNotContain("✘");
        assertThat(screen.out().lines().filter(line -> line.startsWith("✔"))).hasSize(6);
        assertThat(code).isZero();
    }

    @Test
    void aNoteThatIsNotFoundIsAFailure() {
        try (LostOrder desk = new LostOrder(io.crmkit.storage.memory.MemoryStorage.create(), screen.console())) {
            assertThat(desk.search()).as("without any note").isFalse();
        }
        assertThat(screen.out()).contains("✘  The note is not among them");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9", "-5", "ten", "99999999"})
    void oddNumbersOfNotesAreRefused(String number) {
        assertThat(LostOrderCommand.run(List.of("--notes", number), screen.console()))
                .isEqualTo(2);
        assertThat(screen.err()).contains("--notes must be a number from 10 to 10000000.", "Usage: lost-order");
    }
}
