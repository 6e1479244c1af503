package io.crmkit.verify.cost;

import io.crmkit.CrmSession;
import io.crmkit.activity.ActivityStatus;
import io.crmkit.activity.ActivityType;
import io.crmkit.activity.RecordActivity;
import io.crmkit.actor.Actor;
import io.crmkit.actor.ActorId;
import io.crmkit.actor.Role;
import io.crmkit.actor.TeamId;
import io.crmkit.automation.Rule;
import io.crmkit.automation.RuleAction;
import io.crmkit.automation.RuleEvent;
import io.crmkit.customer.AttributeDefinition;
import io.crmkit.customer.AttributeType;
import io.crmkit.customer.ContactType;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerQuery;
import io.crmkit.customer.Identifier;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.customer.Tier;
import io.crmkit.customer.TimelineQuery;
import io.crmkit.customer.UpdateCustomer;
import io.crmkit.id.SubjectRef;
import io.crmkit.note.AddNote;
import io.crmkit.note.DeleteNote;
import io.crmkit.note.EditNote;
import io.crmkit.note.Note;
import io.crmkit.note.NoteQuery;
import io.crmkit.page.PageRequest;
import io.crmkit.staff.Agent;
import io.crmkit.staff.Shift;
import io.crmkit.staff.Team;
import io.crmkit.ticket.Ticket;
import io.crmkit.verify.Desk;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** One use of every operation of the public interface, by who usually does it. */
final class Deeds {
    static final Actor SARA = Actor.agent("sara", Role.SUPPORT_AGENT);
    static final Actor ADMIN = Actor.agent("root", Role.ADMIN);
    static final Actor HOST = Actor.host("exchange");
    static final PageRequest PAGE = PageRequest.first(PageRequest.MAX_SIZE);

    /** Makes ready what is needed, and returns what is to be done with the sessions given. */
    @FunctionalInterface
    interface Deed {
        Consumer<Function<Actor, CrmSession>> prepare(Desk desk);
    }

    private final Map<String, Deed> byOperation = new TreeMap<>();
    private int customers;

    Deeds() {
        customers();
        customerLists();
        notes();
        staff();
        others();
        TicketDeeds.addTo(this);
    }

    Map<String, Deed> byOperation() {
        return byOperation;
    }

    void put(String operation, Deed deed) {
        byOperation.put(operation, deed);
    }

    /** A customer of sara's team whom nobody has worked on. */
    Customer customer(Desk desk) {
        customers++;
        return desk.sara()
                .customers()
                .register(RegisterCustomer.named("கவிதா", "முருகன்")
                        .phone("+9891234" + (56_000 + customers))
                        .email("kavitha" + customers + "@example.com")
                        .username("kavitha_" + customers)
                        .language("ta"));
    }

    Ticket ticket(Desk desk) {
        return desk.open(customer(desk).id());
    }

    Note note(Desk desk) {
        return desk.sara()
                .notes()
                .add(AddNote.about(customer(desk).id(), "<p>تماس</p>").on(SubjectRef.order("981")));
    }

    private void customers() {
        put("CustomerDirectory.register(RegisterCustomer)", d -> {
            customers++;
            RegisterCustomer command = RegisterCustomer.named("علی", "رضایی")
                    .phone("+989120000001")
                    .email("ali@example.com")
                    .username("ali_" + customers)
                    .attribute("kyc.documentNumber", "DOC-7781");
            return as -> as.apply(SARA).customers().register(command);
        });
        put("CustomerDirectory.update(UpdateCustomer)", d -> {
            Customer customer = customer(d);
            return as -> as.apply(SARA)
                    .customers()
                    .update(UpdateCustomer.of(customer).tier(Tier.GOLD));
        });
        put("CustomerDirectory.get(CustomerId)", d -> {
            Customer customer = customer(d);
            return as -> as.apply(SARA).customers().get(customer.id());
        });
        put("CustomerDirectory.findByIdentifier(Identifier)", d -> {
            Identifier name = customer(d).identifiers().iterator().next();
            return as -> as.apply(SARA).customers().findByIdentifier(name);
        });
        put("CustomerDirectory.findByContact(ContactType,String)", d -> {
            customer(d);
            return as -> as.apply(SARA).customers().findByContact(ContactType.PHONE, "+9891234" + (56_000 + customers));
        });
    }

    private void customerLists() {
        put(
                "CustomerDirectory.search(CustomerQuery,PageRequest)",
                d -> as -> as.apply(SARA).customers().search(CustomerQuery.containing("கவிதா"), PAGE));
        put(
                "CustomerDirectory.define(AttributeDefinition)",
                d -> as ->
                        as.apply(ADMIN).customers().define(AttributeDefinition.of("shoeSize", AttributeType.INTEGER)));
        put(
                "CustomerDirectory.attributes()",
                d -> as -> as.apply(SARA).customers().attributes());
        put("CustomerDirectory.history(CustomerId,PageRequest)", d -> {
            Customer customer = customer(d);
            return as -> as.apply(SARA).customers().history(customer.id(), PAGE);
        });
        put("CustomerDirectory.timeline(TimelineQuery,PageRequest)", d -> {
            Ticket ticket = ticket(d);
            return as -> as.apply(SARA).customers().timeline(TimelineQuery.of(ticket.customer()), PAGE);
        });
    }

    private void notes() {
        put("NoteService.add(AddNote)", d -> {
            Customer customer = customer(d);
            AddNote command = AddNote.about(customer.id(), "<p>تماس</p>").on(SubjectRef.order("981"));
            return as -> as.apply(SARA).notes().add(command);
        });
        put("NoteService.edit(EditNote)", d -> {
            Note note = note(d);
            return as -> as.apply(SARA).notes().edit(EditNote.of(note, "<p>நன்றி</p>"));
        });
        put("NoteService.delete(DeleteNote)", d -> {
            Note note = note(d);
            return as -> as.apply(SARA).notes().delete(DeleteNote.because(note.id(), "twice"));
        });
        put("NoteService.get(NoteId)", d -> {
            Note note = note(d);
            return as -> as.apply(SARA).notes().get(note.id());
        });
        put("NoteService.list(NoteQuery,PageRequest)", d -> {
            note(d);
            return as -> as.apply(SARA).notes().list(NoteQuery.all(), PAGE);
        });
        put("NoteService.revisions(NoteId)", d -> {
            Note note = note(d);
            return as -> as.apply(SARA).notes().revisions(note.id());
        });
        put("NoteService.lastNotes(Collection)", d -> {
            note(d);
            List<SubjectRef> orders = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                orders.add(SubjectRef.order(Integer.toString(800 + i)));
            }
            return as -> as.apply(SARA).notes().lastNotes(orders);
        });
    }

    private void staff() {
        ActorId omid = new ActorId("omid");
        Shift night = Shift.daily("night", LocalTime.of(22, 0), LocalTime.of(6, 0), ZoneId.of("Asia/Tehran"), "omid");
        put("StaffDirectory.save(Agent)", d -> as -> as.apply(ADMIN).staff().save(Agent.of("nasrin", "نسرین")));
        put("StaffDirectory.save(Team)", d -> as -> as.apply(ADMIN).staff().save(Team.ledBy(Desk.VIP, "kavitha")));
        put("StaffDirectory.save(Shift)", d -> as -> as.apply(ADMIN).staff().save(night));
        put("StaffDirectory.removeShift(TeamId,String)", d -> {
            d.admin().staff().save(night);
            return as -> as.apply(ADMIN).staff().removeShift(night.team(), night.name());
        });
        put("StaffDirectory.agent(ActorId)", d -> as -> as.apply(SARA).staff().agent(omid));
        put("StaffDirectory.agents(TeamId)", d -> as -> as.apply(SARA).staff().agents(TeamId.SUPPORT));
        put("StaffDirectory.teams()", d -> as -> as.apply(SARA).staff().teams());
        put("StaffDirectory.shifts(TeamId)", d -> as -> as.apply(SARA).staff().shifts(TeamId.SUPPORT));
        put("StaffDirectory.onDuty(TeamId,Instant)", d -> {
            d.admin().staff().save(night);
            return as -> as.apply(SARA).staff().onDuty(TeamId.SUPPORT, d.clock.instant());
        });
    }

    private void others() {
        Rule rule = Rule.on("tag-new", RuleEvent.TICKET_REOPENED, new RuleAction.AddTag("again"));
        put(
                "AutomationService.save(Rule)",
                d -> as -> as.apply(ADMIN).automation().save(rule));
        put("AutomationService.enable(RuleId,boolean)", d -> {
            d.admin().automation().save(rule);
            return as -> as.apply(ADMIN).automation().enable(rule.id(), false);
        });
        put("AutomationService.rules()", d -> as -> as.apply(ADMIN).automation().rules());
        put(
                "AutomationService.executions(PageRequest)",
                d -> as -> as.apply(ADMIN).automation().executions(PAGE));
        put("ActivityFeed.record(RecordActivity)", d -> {
            Customer customer = customer(d);
            RecordActivity trade = new RecordActivity(
                    customer.id(),
                    "wallet",
                    "W-" + customers,
                    ActivityType.TRADE,
                    ActivityStatus.SUCCESS,
                    d.clock.instant(),
                    Optional.empty());
            return as -> as.apply(HOST).activities().record(trade);
        });
        put("ActivityFeed.counts(CustomerId)", d -> {
            Customer customer = customer(d);
            return as -> as.apply(SARA).activities().counts(customer.id());
        });
    }
}
