package io.crmkit.verify.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.customer.Customer;
import io.crmkit.id.IdText;
import io.crmkit.notification.Notification;
import io.crmkit.spi.notify.DeliveryException;
import io.crmkit.testkit.MutableClock;
import io.crmkit.testkit.RecordingNotifier;
import io.crmkit.testkit.SampleRecords;
import io.crmkit.testkit.SequentialIds;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Clock, ids, samples and notifier that tests stand on. */
class TestkitFixturesTest {
    private final SampleRecords samples = new SampleRecords();

    @Test
    void theClockStandsUntilItIsMoved() {
        MutableClock clock = new MutableClock(SampleRecords.START);

        assertThat(clock.instant()).isEqualTo(clock.instant()).isEqualTo(SampleRecords.START);
        assertThat(clock.advance(Duration.ofDays(1)))
                .isEqualTo(SampleRecords.START.plus(Duration.ofDays(1)))
                .isEqualTo(clock.instant());
        clock.set(SampleRecords.START);
        assertThat(clock.instant()).isEqualTo(SampleRecords.START);
    }

    @Test
    void idsGrowAndAreTheSameInEveryRun() {
        List<UUID> ids = take(new SequentialIds(), 3_000);

        assertThat(ids).isEqualTo(take(new SequentialIds(), 3_000)).doesNotHaveDuplicates();
        assertThat(ids).extracting(IdText::of).isSorted();
        assertThat(ids).allMatch(id -> id.version() == 7 && id.variant() == 2);
        assertThat(take(new SequentialIds(1), 3_000)).doesNotContainAnyElementsOf(ids);
        assertThatThrownBy(() -> new SequentialIds(4_096)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<UUID> take(SequentialIds ids, int count) {
        return Stream.generate(ids::next).limit(count).toList();
    }

    @Test
    void samplesAreTheSameInEveryRunAndComeInThreeLanguages() {
        Customer persian = samples.customer().build();
        Customer tamil = samples.customer().build();
        Customer english = samples.customer().build();

        assertThat(List.of(persian.language(), tamil.language(), english.language()))
                .containsExactly("fa", "ta", "en");
        assertThat(new SampleRecords().customer().build()).isEqualTo(persian);
        assertThat(tamil.createdAt()).isAfter(persian.createdAt());
        assertThat(SampleRecords.index(persian).identifiers()).containsExactlyInAnyOrder("uid:U-1", "username:User1");
    }

    @Test
    void theNotifierFailsAsOftenAsItIsTold() throws DeliveryException {
        RecordingNotifier notifier = new RecordingNotifier();
        Notification notice = samples.notification(
                        samples.ticket(samples.customer().build().id()).build())
                .build();
        notifier.failTemporarily(1);
        notifier.failPermanently(1);
        notifier.failUnexpectedly(1);

        assertThatThrownBy(() -> notifier.deliver(notice))
                .isInstanceOfSatisfying(
                        DeliveryException.class, e -> assertThat(e.permanent()).isFalse());
        assertThatThrownBy(() -> notifier.deliver(notice))
                .isInstanceOfSatisfying(
                        DeliveryException.class, e -> assertThat(e.permanent()).isTrue());
        assertThatThrownBy(() -> notifier.deliver(notice)).isInstanceOf(IllegalStateException.class);
        notifier.deliver(notice);

        assertThat(notifier.sent()).containsExactly(notice);
        assertThat(notifier.attempts()).isEqualTo(4);
    }
}
