package io.crmkit.internal.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.ActorKind;
import io.crmkit.actor.ActorRef;
import io.crmkit.spi.limit.LimitGroup;
import io.crmkit.spi.limit.LimitKey;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RefusalsTest {
    private static final Instant NOW = Instant.parse("2026-03-20T14:46:00Z");

    private final Refusals refusals = new Refusals();

    @Test
    void oneStandsForThoseThatFollow() {
        LimitKey sara = key("sara", LimitGroup.READ);

        assertThat(refusals.begin(sara, NOW)).isTrue();
        assertThat(refusals.begin(sara, NOW.plus(Refusals.WINDOW).minusNanos(1)))
                .isFalse();
        assertThat(refusals.begin(sara, NOW.plus(Refusals.WINDOW))).isTrue();
    }

    @Test
    void actorsAndGroupsAreToldApart() {
        assertThat(refusals.begin(key("sara", LimitGroup.READ), NOW)).isTrue();
        assertThat(refusals.begin(key("omid", LimitGroup.READ), NOW)).isTrue();
        assertThat(refusals.begin(key("sara", LimitGroup.WRITE), NOW)).isTrue();
    }

    @Test
    void aClockThatIsSetBackFarDoesNotSilenceThem() {
        LimitKey sara = key("sara", LimitGroup.READ);
        refusals.begin(sara, NOW);

        assertThat(refusals.begin(sara, NOW.minus(Duration.ofDays(1)))).isTrue();
    }

    @Test
    void ofVeryManyTheFirstAreToldUntilTheirTimeIsOver() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(refusals.begin(key("a" + i, LimitGroup.READ), NOW)).isTrue();
        }

        assertThat(refusals.begin(key("omid", LimitGroup.READ), NOW)).isFalse();
        assertThat(refusals.begin(key("omid", LimitGroup.READ), NOW.plus(Refusals.WINDOW)))
                .isTrue();
    }

    private static LimitKey key(String actor, LimitGroup group) {
        return new LimitKey(new ActorRef(ActorKind.AGENT, new ActorId(actor)), group);
    }
}
