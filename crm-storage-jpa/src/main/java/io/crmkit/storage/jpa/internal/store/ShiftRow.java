package io.crmkit.storage.jpa.internal.store;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.TeamId;
import io.crmkit.staff.Shift;
import io.crmkit.storage.jpa.internal.json.Columns;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.stream.Collectors;

/** A shift. Times of day are texts, exact to the nanosecond. */
@Entity(name = "CrmShift")
@Table(name = "shift")
@IdClass(ShiftRow.Key.class)
class ShiftRow {
    /** Team and name. */
    record Key(String team, String name) implements Serializable {}

    @Id
    @Column(name = "team", length = 40)
    String team;

    @Id
    @Column(name = "name", length = 60)
    String name;

    @Column(name = "days", length = 200)
    String days;

    @Column(name = "from_time", length = 20)
    String from;

    @Column(name = "to_time", length = 20)
    String to;

    @Column(name = "zone_id", length = 60)
    String zone;

    @Column(name = "members", length = Texts.LONG)
    String members;

    static ShiftRow of(Shift shift) {
        ShiftRow row = new ShiftRow();
        row.team = shift.team().value();
        row.name = shift.name();
        row.days = Columns.words(shift.days().stream().sorted().map(Enum::name).toList());
        row.from = shift.from().toString();
        row.to = shift.to().toString();
        row.zone = shift.zone().getId();
        row.members = Columns.words(
                shift.members().stream().map(ActorId::value).sorted().toList());
        return row;
    }

    Shift toShift() {
        return new Shift(
                name,
                TeamId.of(team),
                Columns.words(days).stream().map(DayOfWeek::valueOf).collect(Collectors.toSet()),
                LocalTime.parse(from),
                LocalTime.parse(to),
                ZoneId.of(zone),
                Columns.words(members).stream().map(ActorId::new).collect(Collectors.toSet()));
    }
}
