package io.crmkit.examples.features;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.CustomerId;
import io.crmkit.automation.Condition;
import io.crmkit.automation.Rule;
import io.crmkit.automation.RuleAction;
import io.crmkit.automation.RuleEvent;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.examples.Console;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.Priority;
import io.crmkit.ticket.Ticket;
import java.util.List;
import java.util.Set;

/** Rules are data: when something happens and a condition holds, then act. */
public final class RulesMain {
    private RulesMain() {}

    /** Runs it. */
    public static void main(String[] args) {
        run(Console.standard());
    }

    static void run(Console console) {
        try (Crm crm = Crm.builder().storage(MemoryStorage.create()).build()) {
            CrmSession host = crm.as(Actor.host("exchange"));
            host.automation()
                    .save(Rule.on(
                                    "phone-kyc",
                                    RuleEvent.TICKET_OPENED,
                                    new RuleAction.AddTag("call-back"),
                                    new RuleAction.RaisePriority(Priority.HIGH))
                            .when(new Condition.All(List.of(
                                    new Condition.ChannelIn(Set.of(Channel.PHONE)),
                                    new Condition.CategoryRoot(Set.of("kyc"))))));

            CustomerId customer = host.customers()
                    .register(RegisterCustomer.named("Sofia", "Müller"))
                    .id();
            Ticket ticket = host.tickets()
                    .open(OpenTicket.of(customer, Channel.PHONE, "Rejected?", "Why was my KYC rejected?")
                            .category("kyc/rejected"));
            console.print(ticket.priority() + " " + ticket.tags());
            host.automation()
                    .rules()
                    .forEach(rule -> console.print("rule " + rule.id() + ": " + rule.trigger() + " → "
                            + rule.actions().size() + " action(s)"));
        }
    }
}
