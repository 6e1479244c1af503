package io.crmkit.verify.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.AccessPolicy;
import io.crmkit.actor.Actor;
import io.crmkit.actor.ActorId;
import io.crmkit.actor.ActorKind;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Permission;
import io.crmkit.actor.Role;
import io.crmkit.actor.Scope;
import io.crmkit.error.LimitExceededException;
import io.crmkit.error.PermissionDeniedException;
import io.crmkit.spi.limit.LimitDecision;
import io.crmkit.spi.limit.LimitGroup;
import io.crmkit.spi.limit.LimitKey;
import io.crmkit.spi.limit.RateLimiter;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.testkit.CountingStorage;
import io.crmkit.testkit.TripwireStorage;
import io.crmkit.verify.Spools;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Whoever may nothing learns nothing: no operation goes to the storage before its permission was looked at. */
class GateTest {
    /** As many as there are; a new operation raises it. */
    private static final int OPERATIONS = 77;

    private static final AccessPolicy NOTHING = (role, permission) -> Scope.NONE;
    private static final AccessPolicy EVERYTHING = (role, permission) -> Scope.ALL;
    /** Answers from what is in the jar: asked for by everybody who may run reports. */
    private static final Set<String> WITHOUT_STORAGE = Set.of("ReportService.catalog");

    private final TripwireStorage storage = new TripwireStorage();
    private final SampleArguments samples = new SampleArguments();

    /** One method of one service of a session. */
    private record Operation(Object service, Method method) {
        String name() {
            return method.getDeclaringClass().getSimpleName() + "." + method.getName();
        }

        Object call(SampleArguments samples) throws Throwable {
            try {
                return method.invoke(service, samples.of(method));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }

    @Test
    void everyOperationIsDeniedBeforeTheStorageIsTouched(TestReporter reporter) {
        for (Actor actor : everyKind()) {
            List<Operation> operations = operations(NOTHING, actor);
            reporter.publishEntry("operations tried for " + actor.kind(), Integer.toString(operations.size()));

            assertThat(operations).hasSizeGreaterThanOrEqualTo(OPERATIONS);
            for (Operation operation : operations) {
                assertThatExceptionOfType(PermissionDeniedException.class)
                        .as(operation.name())
                        .isThrownBy(() -> operation.call(samples));
            }
        }
        assertThat(storage.touched()).isZero();
    }

    /** What is refused is told to the audit, once for each actor and group of operations, and nothing else is touched. */
    @Test
    void everyOperationIsRefusedBeyondTheLimitBeforeTheStorageIsTouchedButForTheAudit() {
        RateLimiter exhausted = (key, cost) -> LimitDecision.refuse(Duration.ofSeconds(3));
        for (Actor actor : everyKind()) {
            CountingStorage counting = new CountingStorage(MemoryStorage.create());
            CrmSession session = Crm.builder()
                    .storage(counting)
                    .policy(EVERYTHING)
                    .rateLimiter(exhausted)
                    .attachments(Spools.fresh())
                    .build()
                    .as(actor);
            for (Operation operation : operations(session)) {
                assertThatExceptionOfType(LimitExceededException.class)
                        .as(operation.name())
                        .isThrownBy(() -> operation.call(samples))
                        .satisfies(e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(3)));
            }
            assertThat(counting.transactions()).isBetween(2, LimitGroup.values().length);
            assertThat(counting.calls()).isEqualTo(Map.of("AuditStore.append", counting.transactions()));
        }
    }

    /** A refusal for want of permission costs nothing, and nothing costs twice. */
    @Test
    void everyOperationIsCountedOnceAfterItsPermission() {
        Set<String> reportAndFile = Set.of("ReportService.export");
        List<LimitKey> asked = new ArrayList<>();
        RateLimiter counting = (key, cost) -> {
            asked.add(key);
            return LimitDecision.allow();
        };
        for (AccessPolicy policy : List.of(NOTHING, EVERYTHING)) {
            CrmSession session = Crm.builder()
                    .storage(storage)
                    .policy(policy)
                    .rateLimiter(counting)
                    .attachments(Spools.fresh())
                    .build()
                    .as(Actor.agent("root", Role.ADMIN));
            for (Operation operation : operations(session)) {
                asked.clear();
                catchThrowable(() -> operation.call(samples));
                int expected = policy.equals(NOTHING) ? 0 : reportAndFile.contains(operation.name()) ? 2 : 1;
                assertThat(asked).as(operation.name()).hasSize(expected);
            }
        }
    }

    /** Otherwise the test above might be denied for the wrong reason. */
    @Test
    void theSamplesAreGoodEnoughToGetToTheStorage() {
        for (Operation operation : operations(EVERYTHING, Actor.agent("root", Role.ADMIN))) {
            if (WITHOUT_STORAGE.contains(operation.name())) {
                continue;
            }
            int before = storage.touched();

            assertThatExceptionOfType(AssertionError.class)
                    .as(operation.name())
                    .isThrownBy(() -> operation.call(samples));
            assertThat(storage.touched()).as(operation.name()).isEqualTo(before + 1);
        }
    }

    @Test
    void aCallerWithoutRolesIsDeniedTooWhateverThePolicySays() {
        Actor nobody = new Actor(ActorKind.AGENT, new ActorId("nobody"), Set.of(), List.of());

        for (Operation operation : operations(EVERYTHING, nobody)) {
            ThrowingCallable call = () -> operation.call(samples);
            assertThatExceptionOfType(PermissionDeniedException.class)
                    .as(operation.name())
                    .isThrownBy(call);
        }
        assertThat(storage.touched()).isZero();
    }

    @Test
    void aDenialNamesTheCallerAndThePermissionOnly() {
        for (Operation operation : operations(NOTHING, Actor.agent("sara", Role.ADMIN))) {
            assertThatExceptionOfType(PermissionDeniedException.class)
                    .isThrownBy(() -> operation.call(samples))
                    .satisfies(e -> assertThat(e.actor()).isEqualTo("sara"))
                    .satisfies(e -> assertThat(Permission.values())
                            .extracting(Enum::name)
                            .contains(e.missing()));
        }
    }

    private List<Operation> operations(AccessPolicy policy, Actor actor) {
        return operations(Crm.builder()
                .storage(storage)
                .policy(policy)
                .attachments(Spools.fresh())
                .build()
                .as(actor));
    }

    private static List<Operation> operations(CrmSession session) {
        List<Operation> operations = new ArrayList<>();
        for (RecordComponent component : CrmSession.class.getRecordComponents()) {
            Object service = read(component, session);
            for (Method method : component.getType().getMethods()) {
                operations.add(new Operation(service, method));
            }
        }
        return operations;
    }

    private static Object read(RecordComponent component, CrmSession session) {
        try {
            return component.getAccessor().invoke(session);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static List<Actor> everyKind() {
        CustomerId customer = new CustomerId(new UUID(0x0190_0000_0000_7000L, 1));
        return List.of(
                Actor.agent("sara", Role.ADMIN, Role.SUPPORT_SUPERVISOR, Role.AUDITOR),
                Actor.customer(customer),
                Actor.host("exchange"),
                Actor.system("job:import"));
    }
}
