package io.crmkit.automation.internal;

import io.crmkit.actor.Permission;
import io.crmkit.actor.Scope;
import io.crmkit.audit.AuditAction;
import io.crmkit.automation.AutomationService;
import io.crmkit.automation.Rule;
import io.crmkit.automation.RuleAction;
import io.crmkit.automation.RuleExecution;
import io.crmkit.automation.RuleId;
import io.crmkit.automation.Trigger;
import io.crmkit.error.InvalidRequestException;
import io.crmkit.error.NotFoundException;
import io.crmkit.error.PermissionDeniedException;
import io.crmkit.error.ViolationCode;
import io.crmkit.id.SubjectRef;
import io.crmkit.internal.access.Gate;
import io.crmkit.internal.access.Reading;
import io.crmkit.internal.access.Writing;
import io.crmkit.internal.page.Pages;
import io.crmkit.notification.internal.Notices;
import io.crmkit.page.Page;
import io.crmkit.page.PageRequest;
import io.crmkit.page.SortOrder;
import io.crmkit.spi.storage.Position;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import io.crmkit.spi.storage.TicketCriteria;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketStatus;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules as one actor may keep them. */
public final class DefaultAutomationService implements AutomationService {
    private static final int BATCH = 500;

    private final Gate gate;
    private final RuleEngine engine;
    private final Notices notices;

    /** For the actor of that gate. */
    public DefaultAutomationService(Gate gate, RuleEngine engine, Notices notices) {
        this.gate = gate;
        this.engine = engine;
        this.notices = notices;
    }

    @Override
    public Rule save(Rule rule) {
        return gate.write(Permission.RULE_MANAGE, writing -> save(writing, rule));
    }

    @Override
    public Rule enable(RuleId id, boolean on) {
        return gate.write(Permission.RULE_MANAGE, writing -> {
            Rule rule = RuleBook.of(writing.tx()).find(id).orElseThrow(() -> new NotFoundException("rule", id.value()));
            return save(writing, rule.enabled(on));
        });
    }

    private Rule save(Writing writing, Rule rule) {
        requireReach(writing, rule);
        RuleBook.of(writing.tx()).find(rule.id()).ifPresent(present -> requireReach(writing, present));
        rule.actions().forEach(this::requireTemplate);
        writing.tx().rules().save(rule);
        writing.audit(AuditAction.RULE_SAVED, new SubjectRef("rule", rule.id().value()), Optional.empty(), List.of());
        if (rule.enabled() && rule.trigger() instanceof Trigger.After after) {
            planAll(writing, rule, after.since());
        }
        return rule;
    }

    private static void requireReach(Writing writing, Rule rule) {
        if (!reaches(writing, Permission.RULE_MANAGE, rule)) {
            throw new PermissionDeniedException(
                    writing.actor().id().value(), "RULE_MANAGE for rules beyond the own teams");
        }
    }

    private static boolean reaches(Reading reading, Permission permission, Rule rule) {
        return reading.scope(permission) == Scope.ALL
                || rule.team().filter(reading.actor().teams()::contains).isPresent();
    }

    private void requireTemplate(RuleAction action) {
        if (action instanceof RuleAction.Notify notify && !notices.knows(notify.template())) {
            throw InvalidRequestException.of(
                    "rule.actions",
                    ViolationCode.UNKNOWN,
                    "name the template " + notify.template() + ", which is none");
        }
    }

    /** Tickets that were there before: a walk over those that wait or are solved, once for each saved rule. */
    private void planAll(Writing writing, Rule rule, Trigger.Anchor anchor) {
        TicketCriteria all = TicketCriteria.within(Reach.all());
        TicketCriteria criteria = anchor == Trigger.Anchor.SOLVED
                ? all.in(Set.of(TicketStatus.SOLVED))
                : all.in(EnumSet.complementOf(EnumSet.of(TicketStatus.SOLVED, TicketStatus.CLOSED)));
        Slice slice = Slice.first(SortOrder.OLDEST_FIRST, BATCH);
        List<Ticket> found = writing.tx().tickets().list(criteria, slice);
        while (!found.isEmpty()) {
            found.forEach(ticket -> engine.plan(writing, rule, ticket));
            Ticket last = found.get(found.size() - 1);
            Position after = new Position(last.createdAt(), last.id().value());
            found = writing.tx().tickets().list(criteria, new Slice(SortOrder.OLDEST_FIRST, Optional.of(after), BATCH));
        }
    }

    @Override
    public List<Rule> rules() {
        return gate.read(
                Permission.RULE_READ,
                reading -> RuleBook.of(reading.tx()).rules().stream()
                        .filter(rule -> rule.team().isEmpty() || reaches(reading, Permission.RULE_READ, rule))
                        .toList());
    }

    @Override
    public Page<RuleExecution> executions(PageRequest page) {
        return gate.read(Permission.RULE_READ, page, reading -> {
            List<RuleExecution> found = reading.tx()
                    .rules()
                    .executions(reading.reach(Permission.RULE_READ), Pages.slice(page, SortOrder.NEWEST_FIRST));
            return Pages.page(found, page, e -> new Position(e.at(), e.id()));
        });
    }
}
