package io.crmkit.staff.internal;

import io.crmkit.staff.Agent;
import io.crmkit.staff.Shift;
import io.crmkit.staff.Team;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The fields of staff records as the audit shows them. */
final class StaffFields {
    private StaffFields() {}

    static Map<String, String> of(Agent agent) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", agent.name());
        fields.put("teams", joined(agent.teams()));
        fields.put("languages", joined(agent.languages()));
        fields.put("state", agent.state().name());
        return fields;
    }

    static Map<String, String> of(Team team) {
        return team.lead().map(lead -> Map.of("lead", lead.value())).orElse(Map.of());
    }

    static Map<String, String> of(Shift shift) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("days", joined(shift.days()));
        fields.put("from", shift.from().toString());
        fields.put("to", shift.to().toString());
        fields.put("zone", shift.zone().getId());
        fields.put("members", joined(shift.members()));
        return fields;
    }

    private static String joined(Set<? extends Comparable<?>> values) {
        return values.stream().sorted().map(Object::toString).collect(Collectors.joining(","));
    }
}
