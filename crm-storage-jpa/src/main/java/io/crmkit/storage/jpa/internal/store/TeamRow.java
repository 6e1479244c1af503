package io.crmkit.storage.jpa.internal.store;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.TeamId;
import io.crmkit.staff.Team;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A team. */
@Entity(name = "CrmTeam")
@Table(name = "team")
class TeamRow {
    @Id
    @Column(name = "id", length = 40)
    String id;

    /** Empty if there is none: of a row that has nothing but its id, Hibernate stores nothing in MariaDB. */
    @Column(name = "lead_id", length = 64)
    @Nullable
    String lead;

    static TeamRow of(Team team) {
        TeamRow row = new TeamRow();
        row.id = team.id().value();
        row.lead = team.lead().map(ActorId::value).orElse("");
        return row;
    }

    Team toTeam() {
        return new Team(
                TeamId.of(id),
                Optional.ofNullable(lead).filter(id -> !id.isEmpty()).map(ActorId::new));
    }
}
