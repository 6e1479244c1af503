package io.crmkit.verify.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.Role;
import io.crmkit.customer.AttributeDefinition;
import io.crmkit.customer.AttributeType;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerQuery;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.customer.UpdateCustomer;
import io.crmkit.page.PageRequest;
import io.crmkit.storage.memory.MemoryStorage;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes sensitive while it is written cannot be found by those who may not see it, however the two meet. */
@Timeout(300)
class SensitiveRaceTest {
    private static final AttributeDefinition PLATE = AttributeDefinition.of("plate", AttributeType.TEXT);
    private static final int STEPS = 14;

    private static final class World {
        final Schedule schedule = new Schedule();
        final Crm crm = Crm.builder()
                .storage(new SteppedStorage(MemoryStorage.create(), schedule::pause))
                .build();
        final CrmSession admin = crm.as(Actor.agent("omid", Role.ADMIN));
        final CrmSession sara = crm.as(Actor.agent("sara", Role.SUPPORT_AGENT));
        final Customer ali;

        World(AttributeDefinition before) {
            admin.customers().define(before);
            ali = sara.customers().register(RegisterCustomer.named("Ali", ""));
        }

        List<Customer> found(CrmSession session) {
            return session.customers()
                    .search(CustomerQuery.containing("5566"), PageRequest.first())
                    .customers();
        }
    }

    @Test
    void whoIsRegisteredMeanwhile() {
        meet(world -> world.sara
                .customers()
                .register(RegisterCustomer.named("Mina", "").attribute("plate", "IR-5566")));
    }

    @Test
    void whoIsChangedMeanwhile() {
        meet(world -> world.sara.customers().update(UpdateCustomer.of(world.ali).attribute("plate", "IR-5566")));
    }

    /** In all orders with two switches, the definer first and the writer first. */
    private static void meet(Function<World, Object> write) {
        for (int first = 0; first <= STEPS; first++) {
            for (int second = 1; second <= STEPS; second++) {
                List<Integer> order = order(first, second);
                World becomesSensitive = new World(PLATE);
                becomesSensitive.schedule.run(
                        () -> becomesSensitive.admin.customers().define(PLATE.asSensitive()),
                        () -> write.apply(becomesSensitive),
                        order);
                assertThat(becomesSensitive.found(becomesSensitive.sara))
                        .as("found by sara after %s", order)
                        .isEmpty();
                assertThat(becomesSensitive.found(becomesSensitive.admin)).hasSize(1);

                World becomesOpen = new World(PLATE.asSensitive());
                becomesOpen.schedule.run(
                        () -> write.apply(becomesOpen),
                        () -> becomesOpen.admin.customers().define(PLATE),
                        order);
                assertThat(becomesOpen.found(becomesOpen.sara))
                        .as("found by sara after %s", order)
                        .hasSize(1);
            }
        }
    }

    private static List<Integer> order(int first, int second) {
        return Stream.of(
                        IntStream.generate(() -> 0).limit(first),
                        IntStream.generate(() -> 1).limit(second),
                        IntStream.generate(() -> 0).limit(STEPS))
                .flatMap(IntStream::boxed)
                .toList();
    }
}
