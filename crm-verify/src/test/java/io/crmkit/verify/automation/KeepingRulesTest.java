package io.crmkit.verify.automation;

import static io.crmkit.verify.Desk.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.Role;
import io.crmkit.actor.TeamId;
import io.crmkit.audit.AuditAction;
import io.crmkit.automation.AutomationService;
import io.crmkit.automation.Rule;
import io.crmkit.automation.RuleAction;
import io.crmkit.automation.RuleEvent;
import io.crmkit.automation.RuleId;
import io.crmkit.automation.Trigger;
import io.crmkit.error.PermissionDeniedException;
import io.crmkit.id.SubjectRef;
import io.crmkit.notification.NoticeRecipient;
import io.crmkit.notification.TemplateKey;
import io.crmkit.page.PageRequest;
import io.crmkit.report.ActivityQuery;
import io.crmkit.verify.Desk;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who may keep rules, and what a rule may be. */
class KeepingRulesTest {
    private static final RuleAction TAG = new RuleAction.AddTag("x");

    private final Desk desk = Desk.staffed();
    private final AutomationService supervisor = desk.supervisor().automation();

    @Test
    void aSupervisorKeepsRulesOfTheOwnTeamOnly() {
        Rule own = Rule.on("own", RuleEvent.TICKET_OPENED, TAG).team(TeamId.SUPPORT);

        assertThat(supervisor.save(own)).isEqualTo(own);
        assertThat(supervisor.enable(own.id(), false).enabled()).isFalse();
        refusal(PermissionDeniedException.class, () -> supervisor.save(own.team(Desk.VIP)));
        refusal(
                PermissionDeniedException.class,
                () -> supervisor.save(Rule.on("global", RuleEvent.TICKET_OPENED, TAG)));
    }

    @Test
    void aSupervisorCannotTakeOverRulesBeyondTheOwnTeam() {
        desk.host()
                .automation()
                .save(Rule.on("vip-rule", RuleEvent.TICKET_OPENED, TAG).team(Desk.VIP));

        for (String id : List.of("vip-rule", "auto-close", "unanswered")) {
            Rule taken = Rule.on(id, RuleEvent.TICKET_OPENED, TAG).team(TeamId.SUPPORT);
            refusal(PermissionDeniedException.class, () -> supervisor.save(taken));
            refusal(PermissionDeniedException.class, () -> supervisor.enable(taken.id(), false));
        }

        assertThat(desk.host().automation().rules())
                .filteredOn(rule -> rule.team().isPresent())
                .extracting(rule -> rule.team().orElseThrow())
                .containsExactly(Desk.VIP);
    }

    @Test
    void anActionNamesATemplateThatExists() {
        Rule bad = Rule.on(
                "bad",
                RuleEvent.TICKET_OPENED,
                new RuleAction.Notify(new TemplateKey("no-such"), NoticeRecipient.CUSTOMER, Optional.empty()));

        assertThat(Desk.refusedFields(() -> desk.host().automation().save(bad))).containsExactly("rule.actions");
        assertThat(desk.host().automation().rules()).hasSize(4);
    }

    @Test
    void aRuleHasOneToTenActionsAndATimeInRange() {
        RuleAction[] eleven = new RuleAction[11];
        Arrays.fill(eleven, TAG);

        assertThat(Desk.refusedFields(() -> Rule.on("none", RuleEvent.TICKET_OPENED)))
                .containsExactly("rule.actions");
        assertThat(Desk.refusedFields(() -> Rule.on("many", RuleEvent.TICKET_OPENED, eleven)))
                .containsExactly("rule.actions");
        for (Duration wrong : List.of(
                Duration.ZERO, Duration.ofMillis(999), Duration.ofDays(366).plusNanos(1))) {
            assertThat(Desk.refusedFields(() -> Rule.after("time", wrong, Trigger.Anchor.WAITING, TAG)))
                    .containsExactly("rule.trigger");
        }
        assertThat(Rule.after("time", Duration.ofDays(366), Trigger.Anchor.WAITING, TAG)
                        .enabled())
                .isTrue();
    }

    @Test
    void aRulesTagIsAWordAsOneSetByHandIs() {
        for (String tag : List.of("", "Urgent", "a,b", "فوری", "x".repeat(41))) {
            assertThat(Desk.refusedFields(() -> new RuleAction.AddTag(tag))).containsExactly("tag");
        }
    }

    @Test
    void aNoticesPauseIsOneSecondToAYear() {
        for (Duration wrong : List.of(Duration.ofDays(-1), Duration.ZERO, Duration.ofSeconds(Long.MAX_VALUE))) {
            assertThat(Desk.refusedFields(() -> new RuleAction.Notify(
                            TemplateKey.TICKET_SOLVED, NoticeRecipient.CUSTOMER, Optional.of(wrong))))
                    .containsExactly("atMostEvery");
        }
    }

    @Test
    void aRuleIdIsAWord() {
        for (String id : List.of("", "Auto", "1st", "a b", "x".repeat(41))) {
            assertThat(Desk.refusedFields(() -> new RuleId(id))).containsExactly("ruleId");
        }
    }

    @Test
    void keepingARuleIsInTheAudit() {
        desk.host().automation().save(Rule.on("own", RuleEvent.TICKET_OPENED, TAG));

        assertThat(desk.auditor()
                        .reports()
                        .activity(ActivityQuery.all(), PageRequest.first(20))
                        .items())
                .anySatisfy(entry -> {
                    assertThat(entry.action()).isEqualTo(AuditAction.RULE_SAVED);
                    assertThat(entry.target()).isEqualTo(new SubjectRef("rule", "own"));
                });
    }

    @Test
    void whoReadsWithinTeamsSeesTheirRulesAndThoseForAllAndWhatTheyDidToTheirTickets() {
        Desk desk = Desk.staffed();
        Rule ofVip = Rule.on("of-vip", RuleEvent.TICKET_OPENED, new RuleAction.AddTag("x"))
                .team(Desk.VIP);
        desk.admin().automation().save(ofVip);
        desk.open(desk.ali().id());
        CrmSession vip = desk.as(Actor.agent("kavitha", Role.SUPPORT_SUPERVISOR).in(Desk.VIP));
        int all = desk.admin().automation().rules().size();

        assertThat(vip.automation().rules()).hasSize(all).contains(ofVip);
        assertThat(desk.supervisor().automation().rules()).hasSize(all - 1).doesNotContain(ofVip);
        assertThat(desk.supervisor()
                        .automation()
                        .executions(PageRequest.first())
                        .items())
                .isNotEmpty();
        assertThat(vip.automation().executions(PageRequest.first()).items()).isEmpty();
    }
}
