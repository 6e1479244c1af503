package io.crmkit.internal.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.ActorKind;
import io.crmkit.actor.ActorRef;
import io.crmkit.spi.limit.LimitDecision;
import io.crmkit.spi.limit.LimitGroup;
import io.crmkit.spi.limit.LimitKey;
import io.crmkit.spi.limit.Rate;
import io.crmkit.spi.limit.RateLimits;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokenBucketsTest {
    private static final int MOST = 100;

    private Instant now = Instant.parse("2026-03-20T14:46:00Z");
    private final TokenBuckets buckets = new TokenBuckets(
            RateLimits.none().with(LimitGroup.READ, new Rate(10, 1, Duration.ofSeconds(1))), () -> now, MOST);

    @Test
    void whatWasTakenComesBackEvenly() {
        assertThat(take("sara", 10)).isEqualTo(LimitDecision.allow());
        assertThat(take("sara", 4)).isEqualTo(LimitDecision.refuse(Duration.ofSeconds(4)));
        now = now.plusMillis(3_500);
        assertThat(take("sara", 4)).isEqualTo(LimitDecision.refuse(Duration.ofMillis(500)));
        now = now.plusMillis(500);
        assertThat(take("sara", 4)).isEqualTo(LimitDecision.allow());
        assertThat(take("sara", 1)).isEqualTo(LimitDecision.refuse(Duration.ofSeconds(1)));
    }

    @Test
    void noMoreIsSavedThanTheBurst() {
        now = now.plus(Duration.ofDays(30));

        assertThat(take("sara", 10).allowed()).isTrue();
        assertThat(take("sara", 1).allowed()).isFalse();
    }

    @Test
    void aCallThatCostsMoreThanTheBurstTakesAllOfIt() {
        assertThat(take("sara", 1_000).allowed()).isTrue();
        assertThat(take("sara", 1_000)).isEqualTo(LimitDecision.refuse(Duration.ofSeconds(10)));
    }

    @Test
    void oldActorsAreForgottenWhenFull() {
        for (int i = 0; i < 10 * MOST; i++) {
            take("a" + i, 1);
            now = now.plusSeconds(1);
        }

        assertThat(buckets.size()).isLessThanOrEqualTo(MOST);
    }

    @Test
    void nobodyGetsAFreshBucketByCrowdingOutTheOldOne() {
        take("sara", 10);
        int allowed = 0;
        for (int i = 0; i < 10 * MOST; i++) {
            allowed += take("a" + i, 10).allowed() ? 1 : 0;
        }

        assertThat(buckets.size()).isLessThanOrEqualTo(MOST + 1);
        assertThat(allowed).isEqualTo(MOST);
        assertThat(take("sara", 1).allowed()).isFalse();
    }

    private LimitDecision take(String agent, int cost) {
        return buckets.tryConsume(
                new LimitKey(new ActorRef(ActorKind.AGENT, new ActorId(agent)), LimitGroup.READ), cost);
    }
}
