package io.crmkit.verify.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.Role;
import io.crmkit.error.StorageBusyException;
import io.crmkit.testkit.FaultyStorage.Moment;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever fails at whichever call to the storage: a command happens entirely or not at all, and can be done again. */
class FaultTest {
    private static final Map<String, Commands.Command> COMMANDS = new Commands().all();
    private static final Set<String> READS = Set.of(
            "get",
            "find",
            "findByIdentifier",
            "findByContact",
            "search",
            "attributes",
            "history",
            "timeline",
            "list",
            "revisions",
            "lastNotes",
            "messages",
            "context",
            "view",
            "views",
            "catalog",
            "run",
            "activity",
            "agent",
            "agents",
            "teams",
            "shifts",
            "onDuty",
            "rules",
            "executions",
            "counts",
            "suggest",
            "onNotes",
            "onTicket",
            "deleted",
            "verifyIndex",
            "mergePreview",
            "merges",
            "duplicates",
            "tickets",
            "about");

    /** What is committed before the last calls to the storage: those note that a file was delivered, now or later. */
    private static final Set<String> DELIVERS_AFTERWARDS = Set.of("AttachmentService.attach");

    /** Where a fault happens, and what it is. */
    private record Fault(int call, Moment moment, Throwable failure) {}

    static Set<String> commands() {
        return COMMANDS.keySet();
    }

    @Test
    void noWriteIsForgotten() {
        Set<String> writes = new TreeSet<>();
        for (RecordComponent service : CrmSession.class.getRecordComponents()) {
            Arrays.stream(service.getType().getMethods())
                    .filter(method -> !READS.contains(method.getName()))
                    .forEach(method -> writes.add(service.getType().getSimpleName() + "." + method.getName()));
        }

        assertThat(COMMANDS.keySet().stream().map(name -> name.split("[ (]")[0]))
                .containsAll(writes);
    }

    /** Each call of each command fails in six ways, and each commit in one. */
    @Test
    void thereAreManyWaysToFail(TestReporter reporter) {
        int faults = 0;
        for (String name : commands()) {
            FaultDesk desk = new FaultDesk();
            int before = desk.storage.calls();
            perform(desk, name);
            faults += (desk.storage.calls() - before) * 6 + 1;
        }

        reporter.publishEntry("faults in all commands", Integer.toString(faults));
        assertThat(faults).isGreaterThanOrEqualTo(500);
    }

    /** A fault that is not repeated by the core: what was thrown comes out, and nothing is there. */
    @ParameterizedTest
    @MethodSource("commands")
    void aFailedCommandLeavesNothingAndCanBeDoneAgain(String name) {
        for (Moment moment : Moment.values()) {
            for (Throwable failure : List.of(new IllegalStateException("planned"), new PlannedError())) {
                FaultDesk desk = new FaultDesk();
                Map<String, List<?>> before = Dump.of(desk.target);
                for (int call = 1; fails(desk, name, new Fault(call, moment, failure)); call++) {
                    assertThat(Dump.of(desk.target))
                            .as("%s, call %s %s", name, call, moment)
                            .isEqualTo(before);
                }
                assertThat(Dump.of(desk.target)).as("%s was done", name).isNotEqualTo(before);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aFailedCommitLeavesNothingAndTheCommandCanBeDoneAgain(String name) {
        FaultDesk desk = new FaultDesk();
        Map<String, List<?>> before = Dump.of(desk.target);
        desk.storage.failAtCommit(new PlannedError());

        assertThatThrownBy(() -> perform(desk, name)).isInstanceOf(PlannedError.class);

        assertThat(Dump.of(desk.target)).isEqualTo(before);
        perform(desk, name);
        assertThat(Dump.of(desk.target)).isNotEqualTo(before);
    }

    /** A busy storage is asked again by the core itself: the command is done, and once only. */
    @ParameterizedTest
    @MethodSource("commands")
    void aBusyStorageIsAskedAgain(String name) {
        FaultDesk untouched = new FaultDesk();
        perform(untouched, name);
        Map<String, Integer> once = Dump.sizes(untouched.target);
        for (Moment moment : Moment.values()) {
            boolean failed = true;
            for (int call = 1; failed; call++) {
                FaultDesk desk = new FaultDesk();
                desk.storage.failAtCall(call, moment, new StorageBusyException("planned"));
                perform(desk, name);
                failed = !desk.storage.armed();
                assertThat(Dump.sizes(desk.target))
                        .as("%s, call %s %s", name, call, moment)
                        .isEqualTo(once);
            }
        }
    }

    /** The commit took effect, but the caller did not learn of it: with its key, the command is done once. */
    @ParameterizedTest
    @MethodSource("commandsThatWriteAtOnce")
    void anAnswerThatGotLostIsGivenToTheSecondCall(String name) {
        FaultDesk desk = new FaultDesk();
        LostAnswers lossy = new LostAnswers(desk.target);
        Crm crm = desk.crm(lossy);
        CrmSession agent = crm.as(Actor.agent("sara", Role.ADMIN));
        CrmSession host = crm.as(Actor.host("exchange"));
        lossy.loseNext();
        assertThatThrownBy(() -> COMMANDS.get(name).run(desk, agent, host)).isInstanceOf(PlannedError.class);
        Map<String, List<?>> done = Dump.of(desk.target);

        Object again = isRepeatable(name) ? COMMANDS.get(name).run(desk, agent, host) : "";

        assertThat(again).isNotNull();
        assertThat(Dump.of(desk.target)).isEqualTo(done);
    }

    /** The others look first, and read a file then. */
    static Set<String> commandsThatWriteAtOnce() {
        Set<String> names = new TreeSet<>(commands());
        names.removeAll(DELIVERS_AFTERWARDS);
        return names;
    }

    private static boolean isRepeatable(String name) {
        return Commands.KEYED.contains(name) || name.equals("ActivityFeed.record");
    }

    /** Runs the command with a fault; false if it ended before the fault could happen. */
    private static boolean fails(FaultDesk desk, String name, Fault fault) {
        desk.storage.failAtCall(fault.call(), fault.moment(), fault.failure());
        try {
            perform(desk, name);
        } catch (IllegalStateException | PlannedError e) {
            assertThat(e).as("%s, call %s", name, fault.call()).isSameAs(fault.failure());
            return true;
        }
        assertThat(desk.storage.armed() || DELIVERS_AFTERWARDS.contains(name))
                .as("%s swallowed the fault of call %s", name, fault.call())
                .isTrue();
        desk.storage.heal();
        return false;
    }

    private static Object perform(FaultDesk desk, String name) {
        return COMMANDS.get(name).run(desk, desk.desk, desk.host);
    }
}
