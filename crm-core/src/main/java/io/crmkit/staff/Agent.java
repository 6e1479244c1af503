package io.crmkit.staff;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.TeamId;
import io.crmkit.error.Checks;
import io.crmkit.error.ViolationCode;
import java.util.Locale;
import java.util.Set;

/**
 * An agent as work is given to. The host's actors are who acts; this is whom to route to.
 *
 * @param id the same name as the actor's
 * @param name for people, 1 to 200 characters
 * @param teams at least one
 * @param languages BCP 47 tags that the agent answers in; empty means any
 * @param state whether work may be given
 */
public record Agent(ActorId id, String name, Set<TeamId> teams, Set<String> languages, AgentState state) {
    /** @throws io.crmkit.error.InvalidRequestException if the name or the teams are missing */
    public Agent {
        teams = Set.copyOf(teams);
        languages = Set.copyOf(languages);
        Checks.that("agent")
                .line("name", name, 1, 200)
                .require(!teams.isEmpty(), "teams", ViolationCode.REQUIRED, "needs at least one team")
                .done();
    }

    /** An active agent of team {@link TeamId#SUPPORT}. */
    public static Agent of(String id, String name) {
        return new Agent(new ActorId(id), name, Set.of(TeamId.SUPPORT), Set.of(), AgentState.ACTIVE);
    }

    /** In these teams instead. */
    public Agent in(TeamId... others) {
        return new Agent(id, name, Set.of(others), languages, state);
    }

    /** Answering in these languages. */
    public Agent speaking(String... tags) {
        return new Agent(id, name, teams, Set.of(tags), state);
    }

    /** In another state. */
    public Agent state(AgentState other) {
        return new Agent(id, name, teams, languages, other);
    }

    /** Says whether the agent answers in a language; regions do not matter. */
    public boolean speaks(String language) {
        String base = Locale.forLanguageTag(language).getLanguage();
        return languages.isEmpty()
                || languages.stream()
                        .anyMatch(
                                tag -> Locale.forLanguageTag(tag).getLanguage().equals(base));
    }

    /** Id and state only: the name is personal. */
    @Override
    public String toString() {
        return "Agent[" + id + " " + state + "]";
    }
}
