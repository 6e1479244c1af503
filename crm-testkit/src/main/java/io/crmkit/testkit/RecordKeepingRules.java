package io.crmkit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.activity.ActivityCount;
import io.crmkit.activity.ActivityStatus;
import io.crmkit.activity.ActivityType;
import io.crmkit.activity.RecordActivity;
import io.crmkit.actor.ActorKind;
import io.crmkit.actor.ActorRef;
import io.crmkit.actor.CustomerId;
import io.crmkit.audit.AuditAction;
import io.crmkit.audit.AuditEntry;
import io.crmkit.spi.storage.AuditCriteria;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.DuplicateKeyException;
import io.crmkit.spi.storage.IdempotencyRecord;
import io.crmkit.time.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The audit, idempotency keys, and what customers did. */
abstract class RecordKeepingRules extends StorageRules {
    private static final Instant NOON = Instant.parse("2026-03-21T12:00:00.000001Z");

    @Test
    void aTakenAuditIdIsRefusedAtTheCall() {
        AuditEntry entry = samples.auditEntry(givenCustomer().id());
        write(tx -> tx.audit().append(entry));
        AuditEntry other = entry(entry.id(), entry.by(), AuditAction.NOTE_ADDED, entry.customer());

        DuplicateKeyException refusal =
                refusedAtTheCall(DuplicateKeyException.class, tx -> tx.audit().append(other));

        assertEquals("id", refusal.key());
        assertEquals(List.of(entry), audit(AuditCriteria.within(ALL)));
    }

    @Test
    void eachCriterionOfTheAuditMustHold() {
        Optional<CustomerId> customer = Optional.of(givenCustomer().id());
        ActorRef host = new ActorRef(ActorKind.HOST, SARA);
        AuditEntry first = entry(samples.id(), SampleRecords.AGENT, AuditAction.NOTE_ADDED, customer);
        AuditEntry second = entry(samples.id(), host, AuditAction.NOTE_EDITED, Optional.empty());
        AuditEntry third = entry(samples.id(), host, AuditAction.NOTE_ADDED, customer);
        write(tx -> List.of(third, first, second).forEach(each -> tx.audit().append(each)));
        Set<AuditAction> added = Set.of(AuditAction.NOTE_ADDED);
        Optional<TimeRange> period = Optional.of(new TimeRange(second.at(), third.at()));

        assertEquals(List.of(first, second, third), audit(AuditCriteria.within(ALL)));
        assertEquals(List.of(second), audit(criteria(period, Optional.empty(), Optional.empty(), Set.of())));
        assertEquals(List.of(first, third), audit(criteria(Optional.empty(), Optional.empty(), customer, Set.of())));
        assertEquals(
                List.of(second, third),
                audit(criteria(Optional.empty(), Optional.of(host), Optional.empty(), Set.of())));
        assertEquals(
                List.of(first, third), audit(criteria(Optional.empty(), Optional.empty(), Optional.empty(), added)));
        assertEquals(
                List.of(first, second, third),
                audit(criteria(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(AuditAction.NOTE_ADDED, AuditAction.NOTE_EDITED))));
        assertEquals(List.of(third), audit(criteria(Optional.empty(), Optional.of(host), customer, added)));
        assertEquals(List.of(), audit(criteria(period, Optional.of(host), customer, added)));
    }

    @Test
    void theAuditTellsKindsOfActorsApart() {
        AuditEntry agent =
                entry(samples.id(), new ActorRef(ActorKind.AGENT, KUMAR), AuditAction.NOTE_ADDED, Optional.empty());
        AuditEntry system =
                entry(samples.id(), new ActorRef(ActorKind.SYSTEM, KUMAR), AuditAction.NOTE_ADDED, Optional.empty());
        write(tx -> List.of(agent, system).forEach(each -> tx.audit().append(each)));

        AuditCriteria ofSystem = new AuditCriteria(
                ALL, Optional.empty(), Optional.of(ActorKind.SYSTEM), Optional.empty(), Optional.empty(), Set.of());

        assertEquals(List.of(system), audit(ofSystem));
        assertEquals(
                List.of(agent), audit(criteria(Optional.empty(), Optional.of(agent.by()), Optional.empty(), Set.of())));
        assertEquals(List.of(agent, system), audit(AuditCriteria.within(reachOf(KUMAR))));
    }

    private AuditEntry entry(UUID id, ActorRef by, AuditAction action, Optional<CustomerId> customer) {
        AuditEntry model = samples.auditEntry(new CustomerId(samples.id()));
        return new AuditEntry(id, model.at(), by, action, model.target(), customer, model.team(), model.changes());
    }

    private static AuditCriteria criteria(
            Optional<TimeRange> period,
            Optional<ActorRef> by,
            Optional<CustomerId> customer,
            Set<AuditAction> actions) {
        return new AuditCriteria(ALL, period, Optional.empty(), by, customer, actions);
    }

    private List<AuditEntry> audit(AuditCriteria criteria) {
        return read(tx -> tx.audit().list(criteria, oldest(100)));
    }

    @Test
    void anIdempotencyKeyIsFoundAsItIs() {
        IdempotencyRecord record = samples.idempotency();
        write(tx -> tx.idempotency().insert(record));

        assertEquals(Optional.of(record), read(tx -> tx.idempotency().find(record.key())));
        assertEquals(
                Optional.empty(), read(tx -> tx.idempotency().find(record.key().toUpperCase(Locale.ROOT))));
        assertEquals(Optional.empty(), read(tx -> tx.idempotency().find(record.key() + " ")));
    }

    @Test
    void aTakenIdempotencyKeyIsRefusedAtTheCall() {
        IdempotencyRecord record = samples.idempotency();
        write(tx -> tx.idempotency().insert(record));

        refusedAtTheCall(
                DuplicateKeyException.class,
                tx -> tx.idempotency().insert(new IdempotencyRecord(record.key(), "other", samples.id(), NOON)));

        assertEquals(Optional.of(record), read(tx -> tx.idempotency().find(record.key())));
    }

    @Test
    void anActivityIsFoundBySourceAndId() {
        RecordActivity activity = samples.activity(givenCustomer().id());
        RecordActivity elsewhere = activity(activity.customer(), "exchange", activity.externalId(), NOON);
        RecordActivity lower = activity(activity.customer(), "wallet", "w-2", NOON);
        write(tx -> List.of(activity, elsewhere, lower)
                .forEach(each -> tx.activities().insert(each)));

        assertEquals(Optional.of(activity), read(tx -> tx.activities().find("wallet", activity.externalId())));
        assertEquals(Optional.of(elsewhere), read(tx -> tx.activities().find("exchange", activity.externalId())));
        assertEquals(Optional.of(lower), read(tx -> tx.activities().find("wallet", "w-2")));
        assertEquals(Optional.empty(), read(tx -> tx.activities().find("exchange", "w-2")));
    }

    @Test
    void aTakenSourceAndIdIsRefusedAtTheCall() {
        RecordActivity activity = samples.activity(givenCustomer().id());
        write(tx -> tx.activities().insert(activity));
        RecordActivity other = activity(givenCustomer().id(), activity.source(), activity.externalId(), NOON);

        refusedAtTheCall(DuplicateKeyException.class, tx -> tx.activities().insert(other));

        assertEquals(Optional.of(activity), read(tx -> tx.activities().find(activity.source(), activity.externalId())));
    }

    @Test
    void activitiesAreCountedByTypeAndStatusInTheirOrder() {
        CustomerId customer = givenCustomer().id();
        write(tx -> {
            insert(tx, customer, ActivityType.WITHDRAWAL, ActivityStatus.SUCCESS, 5);
            insert(tx, customer, ActivityType.DEPOSIT, ActivityStatus.PENDING, 4);
            insert(tx, customer, ActivityType.DEPOSIT, ActivityStatus.SUCCESS, 9);
            insert(tx, customer, ActivityType.DEPOSIT, ActivityStatus.SUCCESS, 3);
            insert(tx, customer, ActivityType.SIGNUP, ActivityStatus.FAILED, 1);
        });
        CustomerId other = givenCustomer().id();
        write(tx -> insert(tx, other, ActivityType.DEPOSIT, ActivityStatus.SUCCESS, 20));

        assertEquals(
                List.of(
                        new ActivityCount(ActivityType.SIGNUP, ActivityStatus.FAILED, 1, NOON.plusSeconds(1)),
                        new ActivityCount(ActivityType.DEPOSIT, ActivityStatus.SUCCESS, 2, NOON.plusSeconds(9)),
                        new ActivityCount(ActivityType.DEPOSIT, ActivityStatus.PENDING, 1, NOON.plusSeconds(4)),
                        new ActivityCount(ActivityType.WITHDRAWAL, ActivityStatus.SUCCESS, 1, NOON.plusSeconds(5))),
                read(tx -> tx.activities().counts(customer)));
        assertEquals(List.of(), read(tx -> tx.activities().counts(new CustomerId(samples.id()))));
    }

    private void insert(CrmTransaction tx, CustomerId customer, ActivityType type, ActivityStatus status, int second) {
        tx.activities()
                .insert(new RecordActivity(
                        customer,
                        "wallet",
                        samples.id().toString(),
                        type,
                        status,
                        NOON.plusSeconds(second),
                        Optional.empty()));
    }

    private static RecordActivity activity(CustomerId customer, String source, String id, Instant at) {
        return new RecordActivity(
                customer, source, id, ActivityType.LOGIN, ActivityStatus.FAILED, at, Optional.empty());
    }
}
