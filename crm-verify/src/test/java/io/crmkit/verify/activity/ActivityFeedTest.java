package io.crmkit.verify.activity;

import static io.crmkit.verify.Desk.refusedFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.activity.ActivityCount;
import io.crmkit.activity.ActivityStatus;
import io.crmkit.activity.ActivityType;
import io.crmkit.activity.RecordActivity;
import io.crmkit.actor.CustomerId;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.error.IdempotencyConflictException;
import io.crmkit.error.NotFoundException;
import io.crmkit.error.PermissionDeniedException;
import io.crmkit.money.Money;
import io.crmkit.verify.Desk;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ActivityFeedTest {
    private final Desk desk = new Desk();
    private final CustomerId ali = desk.ali().id();
    private final Instant now = desk.clock.instant();

    @Test
    void anActivityIsRecordedOnce() {
        RecordActivity deposit = deposit("d-1", "12.5", now);

        assertThat(desk.host().activities().record(deposit)).isTrue();
        assertThat(desk.host().activities().record(deposit)).isFalse();
        assertThat(desk.host().activities().record(deposit("d-1", "12.50", now.plusNanos(999))))
                .isFalse();

        assertThat(desk.host().activities().counts(ali))
                .containsExactly(new ActivityCount(ActivityType.DEPOSIT, ActivityStatus.SUCCESS, 1, now));
    }

    @Test
    void otherContentUnderTheSameIdIsRefused() {
        desk.host().activities().record(deposit("d-1", "12.5", now));

        assertThatThrownBy(() -> desk.host().activities().record(deposit("d-1", "13", now)))
                .isInstanceOf(IdempotencyConflictException.class);
        assertThatThrownBy(() -> desk.host().activities().record(deposit("d-1", "12.5", now.minusSeconds(1))))
                .isInstanceOf(IdempotencyConflictException.class);
    }

    @Test
    void anUnknownCustomerIsNotFound() {
        CustomerId nobody = new CustomerId(new UUID(1, 2));
        RecordActivity login = new RecordActivity(
                nobody, "core", "l-1", ActivityType.LOGIN, ActivityStatus.SUCCESS, now, Optional.empty());

        assertThatThrownBy(() -> desk.host().activities().record(login)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> desk.host().activities().counts(nobody)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void fiveMinutesAheadAreFineAndNotMore() {
        Instant limit = now.plus(Duration.ofMinutes(5));

        assertThat(desk.host().activities().record(deposit("d-1", "1", limit))).isTrue();
        assertThat(refusedFields(() -> desk.host().activities().record(deposit("d-2", "1", limit.plusMillis(1)))))
                .containsExactly("occurredAt");
    }

    @Test
    void activitiesAreCountedByTypeAndStatus() {
        desk.host().activities().record(deposit("d-1", "1", now.minusSeconds(9)));
        desk.host().activities().record(deposit("d-2", "1", now.minusSeconds(5)));
        desk.host()
                .activities()
                .record(new RecordActivity(
                        ali, "core", "l-1", ActivityType.LOGIN, ActivityStatus.FAILED, now, Optional.empty()));

        assertThat(desk.sara().activities().counts(ali))
                .containsExactly(
                        new ActivityCount(ActivityType.LOGIN, ActivityStatus.FAILED, 1, now),
                        new ActivityCount(ActivityType.DEPOSIT, ActivityStatus.SUCCESS, 2, now.minusSeconds(5)));
    }

    @Test
    void onlyThoseWithinReachRead() {
        CustomerId mina = desk.sara()
                .customers()
                .register(RegisterCustomer.named("Mina", ""))
                .id();

        assertThat(desk.customer(ali).activities().counts(ali)).isEmpty();
        assertThatThrownBy(() -> desk.customer(ali).activities().counts(mina)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> desk.kavitha().activities().counts(ali)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> desk.marketer().activities().counts(ali))
                .isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> desk.admin().activities().record(deposit("d-1", "1", now)))
                .isInstanceOf(PermissionDeniedException.class);
    }

    private RecordActivity deposit(String id, String amount, Instant at) {
        return new RecordActivity(
                ali,
                "core",
                id,
                ActivityType.DEPOSIT,
                ActivityStatus.SUCCESS,
                at,
                Optional.of(new Money(new BigDecimal(amount), "USDT")));
    }
}
