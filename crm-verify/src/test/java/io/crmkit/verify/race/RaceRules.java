package io.crmkit.verify.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.error.CrmException;
import io.crmkit.verify.fault.Dump;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two commands at once on the same record end as if one had come after the other: no update is lost, versions and events
 * have no gaps, and each caller is told what became of his command.
 */
@Timeout(300)
abstract class RaceRules {
    private static final int SCALE = Integer.getInteger("crm.proof.scale", 1);

    private final Random random = new Random(20_260_321);

    /** A desk over an empty storage. */
    abstract RaceDesk desk();

    /** How many schedules with two switches; all of them where there are no more. */
    abstract int switched();

    /** How many schedules that switch anywhere. */
    abstract int switchedAnywhere();

    /** What became of both callers, and of the records. */
    private record End(List<String> callers, List<String> records) {}

    @ParameterizedTest
    @EnumSource(Pairs.class)
    void twoAtOnceEndAsOneAfterTheOther(Pairs pair, TestReporter reporter) {
        AtomicInteger steps = new AtomicInteger();
        List<End> allowed = List.of(serial(pair, true, steps), serial(pair, false, steps));
        List<List<Integer>> orders = orders(steps.get());

        for (List<Integer> order : orders) {
            RaceDesk desk = desk();
            List<String> callers =
                    desk.schedule.run(() -> pair.first.apply(desk.acts), () -> pair.second.apply(desk.acts), order);

            assertThat(new End(callers, records(desk)))
                    .as("%s in the order %s", pair, order)
                    .isIn(allowed);
        }
        reporter.publishEntry("schedules of " + pair, Integer.toString(orders.size()));
    }

    /** Otherwise nothing would be proved: in turn, one of two replies is refused by the storage and made again. */
    @Test
    void theTwoDoMeet() {
        AtomicInteger alone = new AtomicInteger();
        serial(Pairs.REPLY_AND_REPLY, true, alone);
        RaceDesk desk = desk();
        int before = desk.schedule.calls();

        desk.schedule.run(() -> desk.acts.reply("one"), () -> desk.acts.reply("two"), List.of());

        assertThat(desk.schedule.calls() - before).isGreaterThan(alone.get());
    }

    /** Both on one thread, one after the other. */
    private End serial(Pairs pair, boolean firstBeforeSecond, AtomicInteger steps) {
        RaceDesk desk = desk();
        int before = desk.schedule.calls();
        String early = outcome(firstBeforeSecond ? pair.first : pair.second, desk.acts);
        String late = outcome(firstBeforeSecond ? pair.second : pair.first, desk.acts);
        steps.accumulateAndGet(desk.schedule.calls() - before, Math::max);
        return new End(firstBeforeSecond ? List.of(early, late) : List.of(late, early), records(desk));
    }

    /** After the next run of what is due: it does what one of the two left because the other was busy with it. */
    private static List<String> records(RaceDesk desk) {
        desk.runDue();
        return State.of(Dump.of(desk.target));
    }

    private static String outcome(Function<Acts, Object> command, Acts acts) {
        try {
            return command.apply(acts) == null ? "nothing" : "done";
        } catch (CrmException e) {
            return e.getClass().getSimpleName();
        }
    }

    private List<List<Integer>> orders(int steps) {
        List<List<Integer>> orders = new ArrayList<>();
        for (int first = 0; first <= steps; first++) {
            for (int second = 1; second <= steps; second++) {
                orders.add(order(first, second, steps));
            }
        }
        Collections.shuffle(orders, random);
        List<List<Integer>> chosen = new ArrayList<>(orders.subList(0, Math.min(switched() * SCALE, orders.size())));
        for (int i = 0; i < switchedAnywhere() * SCALE; i++) {
            chosen.add(random.ints(2L * steps, 0, 2).boxed().toList());
        }
        return chosen;
    }

    /** The first goes some steps, then the second some, then the first to its end. */
    private static List<Integer> order(int first, int second, int steps) {
        return IntStream.concat(
                        IntStream.concat(
                                zeros(first), IntStream.generate(() -> 1).limit(second)),
                        zeros(steps))
                .boxed()
                .toList();
    }

    private static IntStream zeros(int count) {
        return IntStream.generate(() -> 0).limit(count);
    }
}
