package io.crmkit.internal.delta;

import io.crmkit.audit.FieldDelta;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares the fields of a record before and after a command, for the audit. */
public final class Deltas {
    private Deltas() {}

    /** The fields that differ, in the order in which they are named first; a missing field has no value. */
    public static List<FieldDelta> between(Map<String, String> before, Map<String, String> after) {
        return between(before, after, Set.of());
    }

    /** The fields that differ and {@code always} those, in the order in which they are named first. */
    public static List<FieldDelta> between(Map<String, String> before, Map<String, String> after, Set<String> always) {
        Set<String> fields = new LinkedHashSet<>(before.keySet());
        fields.addAll(after.keySet());
        return fields.stream()
                .map(field -> new FieldDelta(
                        field, Optional.ofNullable(before.get(field)), Optional.ofNullable(after.get(field))))
                .filter(delta ->
                        always.contains(delta.field()) || !delta.before().equals(delta.after()))
                .toList();
    }
}
