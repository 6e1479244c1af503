package io.crmkit.verify.access;

import io.crmkit.actor.ActorId;
import io.crmkit.automation.Rule;
import io.crmkit.automation.RuleAction;
import io.crmkit.automation.RuleEvent;
import io.crmkit.notification.NotificationQuery;
import io.crmkit.page.PageRequest;
import io.crmkit.staff.Agent;
import io.crmkit.staff.Team;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What can be tried on agents, teams, shifts, rules and notifications. */
final class StaffAttempts {
    private static final PageRequest ALL = PageRequest.first(PageRequest.MAX_SIZE);

    private StaffAttempts() {}

    static void addTo(Map<String, Attempts.Attempt> byName) {
        staff(byName);
        rules(byName);
        notifications(byName);
    }

    private static void staff(Map<String, Attempts.Attempt> byName) {
        byName.put(
                "staff.agent",
                (w, s, p) -> Outcome.seen(
                        s.staff().agent(new ActorId(p.suitableAgent())).isPresent()));
        byName.put(
                "staff.agents",
                (w, s, p) -> Outcome.seen(!s.staff().agents(p.relation().team).isEmpty()));
        byName.put(
                "staff.teams",
                (w, s, p) -> Outcome.seen(
                        s.staff().teams().stream().anyMatch(team -> team.id().equals(p.relation().team))));
        byName.put(
                "staff.shifts",
                (w, s, p) -> Outcome.seen(!s.staff().shifts(p.relation().team).isEmpty()));
        byName.put(
                "staff.on-duty",
                (w, s, p) -> Outcome.seen(!s.staff()
                        .onDuty(p.relation().team, Instant.parse("2026-03-02T20:00:00Z"))
                        .isEmpty()));
        byName.put(
                "staff.save-agent",
                (w, s, p) ->
                        Outcome.done(s.staff().save(Agent.of("nasrin", "نسرین").in(p.relation().team))));
        byName.put(
                "staff.save-team",
                (w, s, p) -> Outcome.done(s.staff().save(new Team(p.relation().team, Optional.empty()))));
        byName.put(
                "staff.save-shift",
                (w, s, p) -> Outcome.done(s.staff()
                        .save(w.admin().staff().shifts(p.relation().team).get(0).on(DayOfWeek.FRIDAY))));
        byName.put("staff.remove-shift", (w, s, p) -> {
            s.staff().removeShift(p.relation().team, "night");
            return Outcome.YES;
        });
    }

    private static void rules(Map<String, Attempts.Attempt> byName) {
        Rule rule = Rule.on("tag-new", RuleEvent.TICKET_OPENED, new RuleAction.AddTag("new"));
        byName.put(
                "rule.list", (w, s, p) -> Outcome.seen(!s.automation().rules().isEmpty()));
        byName.put(
                "rule.executions",
                (w, s, p) ->
                        Outcome.seen(!s.automation().executions(ALL).items().isEmpty()));
        byName.put("rule.save", (w, s, p) -> Outcome.done(s.automation().save(rule.team(p.relation().team))));
        byName.put(
                "rule.save-for-all-teams",
                (w, s, p) -> Outcome.done(s.automation().save(rule)));
        byName.put("rule.take-over", (w, s, p) -> {
            w.admin().automation().save(rule);
            return Outcome.done(s.automation().save(rule.team(p.relation().team)));
        });
        byName.put("rule.enable", (w, s, p) -> {
            w.admin().automation().save(rule.team(p.relation().team));
            return Outcome.done(s.automation().enable(rule.id(), false));
        });
    }

    private static void notifications(Map<String, Attempts.Attempt> byName) {
        byName.put(
                "notification.get",
                (w, s, p) -> Outcome.done(s.notifications().get(p.dead().id())));
        byName.put(
                "notification.list",
                (w, s, p) -> Outcome.seen(s.notifications().list(NotificationQuery.all(), ALL).items().stream()
                        .anyMatch(n -> n.id().equals(p.dead().id()))));
        byName.put(
                "notification.retry",
                (w, s, p) -> Outcome.done(s.notifications().retry(p.dead().id())));
        byName.put(
                "notification.field.to",
                (w, s, p) ->
                        s.notifications().get(p.dead().id()).to().equals(p.phone()) ? Outcome.YES : Outcome.MASKED);
    }
}
