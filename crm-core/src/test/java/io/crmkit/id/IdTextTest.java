package io.crmkit.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.error.InvalidRequestException;
import io.crmkit.internal.id.TimeOrderedIds;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdTextTest {
    @Test
    void everyIdComesBackFromBothForms() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            UUID id = new UUID(random.nextLong(), random.nextLong());

            assertThat(IdText.parse("id", IdText.of(id))).isEqualTo(id);
            assertThat(IdText.parse("id", id.toString())).isEqualTo(id);
        }
    }

    @Test
    void textsSortAsIdsDoInTheOrderOfMaking() {
        TimeOrderedIds ids = new TimeOrderedIds(() -> Instant.parse("2026-03-01T00:00:00Z"));
        String last = "";
        for (int i = 0; i < 100_000; i++) {
            String next = IdText.of(ids.next());

            assertThat(next).isGreaterThan(last);
            last = next;
        }
    }

    @Test
    void aClockThatGoesBackBreaksNoOrder() {
        Instant[] now = {Instant.parse("2026-03-01T00:00:00Z")};
        TimeOrderedIds ids = new TimeOrderedIds(() -> now[0]);
        String before = IdText.of(ids.next());

        now[0] = now[0].minusSeconds(3_600);

        assertThat(IdText.of(ids.next())).isGreaterThan(before);
        assertThat(ids.next().version()).isEqualTo(7);
        assertThat(ids.next().variant()).isEqualTo(2);
    }

    @Test
    void readsTheLettersThatPeopleMistake() {
        UUID id = IdText.parse("id", "01J0000000000000000000000O");

        assertThat(IdText.parse("id", "0lj00000000000000000000000")).isEqualTo(id);
    }

    @Test
    void refusesWhatIsNoIdWithoutRepeatingIt() {
        for (String text :
                new String[] {"", "x", "8ZZZZZZZZZZZZZZZZZZZZZZZZZ", "01J00000000000000000000U-!", "0912 345 6789"}) {
            assertThatThrownBy(() -> IdText.parse("ticketId", text))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("ticketId")
                    .hasMessageNotContaining("0912");
        }
    }
}
