package io.crmkit.actor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * An access policy read from a table: a row for each permission, a column for each role, in each cell how far it
 * reaches. What the table does not name is denied. Immutable.
 */
public final class AccessMatrix implements AccessPolicy {
    private static final String STANDARD = "access-matrix.csv";

    private final Map<Role, Map<Permission, Scope>> cells;

    private AccessMatrix(Map<Role, Map<Permission, Scope>> cells) {
        this.cells = cells;
    }

    /** The shipped matrix, {@code io/crmkit/actor/access-matrix.csv} in this jar. */
    public static AccessMatrix standard() {
        try (InputStream in = AccessMatrix.class.getResourceAsStream(STANDARD)) {
            Objects.requireNonNull(in, STANDARD);
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a matrix: the first line names the roles behind {@code permission}, each other line a permission and its
     * scopes; an empty cell denies; lines that start with {@code #} are remarks.
     *
     * @throws IllegalArgumentException if a role, permission or scope is unknown, a row too short or named twice
     */
    public static AccessMatrix parse(String csv) {
        List<String> lines =
                csv.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("the table has no line that names the roles");
        }
        String[] roles = lines.get(0).split(",", -1);
        Map<Role, Map<Permission, Scope>> cells = new EnumMap<>(Role.class);
        Set<Permission> seen = EnumSet.noneOf(Permission.class);
        for (String line : lines.subList(1, lines.size())) {
            String[] row = line.split(",", -1);
            Permission permission = Permission.valueOf(row[0].strip());
            if (row.length != roles.length || !seen.add(permission)) {
                throw new IllegalArgumentException("row " + permission + " is given twice or has not every role");
            }
            for (int i = 1; i < row.length; i++) {
                Scope scope = row[i].isBlank() ? Scope.NONE : Scope.valueOf(row[i].strip());
                cells.computeIfAbsent(Role.valueOf(roles[i].strip()), r -> new EnumMap<>(Permission.class))
                        .put(permission, scope);
            }
        }
        return new AccessMatrix(cells);
    }

    @Override
    public Scope scope(Role role, Permission permission) {
        return cells.getOrDefault(role, Map.of()).getOrDefault(permission, Scope.NONE);
    }
}
