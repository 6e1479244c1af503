package io.crmkit.verify.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.actor.AccessMatrix;
import io.crmkit.actor.AccessPolicy;
import io.crmkit.actor.Permission;
import io.crmkit.actor.Role;
import io.crmkit.actor.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may do what to whose records: each cell of the reviewed expectation is tried on real records. */
class MatrixTest {
    private static final List<Cell> CELLS = read();

    private final Attempts attempts = new Attempts();

    /** One expectation. */
    private record Cell(Role role, String operation, World.Relation relation, Outcome expected) {}

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyCellIsAsReviewed(Role role, TestReporter reporter) {
        List<Cell> wrong = new ArrayList<>();
        List<Cell> cells = CELLS.stream().filter(cell -> cell.role() == role).toList();
        World world = new World(AccessMatrix.standard());
        for (Cell cell : cells) {
            if (cell.operation().startsWith("file.")) {
                world.files(cell.relation());
            }
            Object before = world.lastDeed();
            Outcome found = attempts.make(cell.operation(), world, role, cell.relation());
            if (found != cell.expected()) {
                wrong.add(new Cell(role, cell.operation(), cell.relation(), found));
            }
            boolean changed = !world.lastDeed().equals(before);
            assertThat(changed && found != Outcome.YES && !Attempts.isPrepared(cell.operation()))
                    .as("%s changed something", cell)
                    .isFalse();
            if (changed) {
                world = new World(AccessMatrix.standard());
            }
        }
        reporter.publishEntry("cells tried for " + role, Integer.toString(cells.size()));
        assertThat(wrong).as("cells as they are, not as expected").isEmpty();
    }

    @Test
    void noOperationAndNoRoleIsForgotten(TestReporter reporter) {
        reporter.publishEntry("cells", Integer.toString(CELLS.size()));

        assertThat(CELLS).extracting(Cell::operation).containsAll(attempts.names());
        assertThat(CELLS).extracting(Cell::role).contains(Role.values());
        assertThat(Set.copyOf(CELLS)).hasSameSizeAs(CELLS);
        assertThat(CELLS).hasSizeGreaterThanOrEqualTo(2_000);
    }

    @Test
    void everyPermissionIsAskedForByAnAgentSomewhere() {
        Set<Permission> asked = ConcurrentHashMap.newKeySet();
        AccessPolicy listening = (role, permission) -> {
            if (role == Role.AUDITOR || role == Role.CUSTOMER) {
                asked.add(permission);
            }
            return role == Role.AUDITOR && permission == Permission.SENSITIVE_READ ? Scope.NONE : Scope.ALL;
        };
        for (String operation : attempts.names()) {
            attempts.make(operation, new World(listening), Role.AUDITOR, World.Relation.SELF);
        }

        assertThat(asked).contains(Permission.values());
    }

    /** A line names operations and relations, divided by blanks, and the outcome for each role. */
    private static List<Cell> read() {
        List<String> lines = lines().stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        String[] head = lines.get(0).split(",");
        List<Cell> cells = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] row = line.split(",");
            assertThat(row).as(line).hasSameSizeAs(head);
            for (String operation : row[0].split(" ")) {
                for (String relation : row[1].split(" ")) {
                    for (int i = 2; i < row.length; i++) {
                        cells.add(new Cell(
                                Role.valueOf(head[i]),
                                operation,
                                World.Relation.valueOf(relation),
                                Outcome.of(row[i])));
                    }
                }
            }
        }
        return cells;
    }

    private static List<String> lines() {
        String name = "expected-access.csv";
        try (InputStream in = MatrixTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
