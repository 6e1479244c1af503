package io.crmkit.verify.access;

import io.crmkit.CrmSession;
import io.crmkit.activity.ActivityStatus;
import io.crmkit.activity.ActivityType;
import io.crmkit.activity.RecordActivity;
import io.crmkit.actor.Role;
import io.crmkit.customer.AttributeDefinition;
import io.crmkit.customer.AttributeType;
import io.crmkit.customer.ContactType;
import io.crmkit.customer.CustomerEdit;
import io.crmkit.customer.CustomerFlag;
import io.crmkit.customer.CustomerQuery;
import io.crmkit.customer.Identifier;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.customer.Tier;
import io.crmkit.customer.TimelineKind;
import io.crmkit.customer.TimelineQuery;
import io.crmkit.customer.UpdateCustomer;
import io.crmkit.error.NotFoundException;
import io.crmkit.error.PermissionDeniedException;
import io.crmkit.note.AddNote;
import io.crmkit.note.DeleteNote;
import io.crmkit.note.EditNote;
import io.crmkit.note.NoteId;
import io.crmkit.note.NoteQuery;
import io.crmkit.page.PageRequest;
import io.crmkit.ticket.AssignTicket;
import io.crmkit.ticket.ChangeTicket;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.CommentOnTicket;
import io.crmkit.ticket.InternalComment;
import io.crmkit.ticket.MergeTickets;
import io.crmkit.ticket.Message;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.Priority;
import io.crmkit.ticket.RateTicket;
import io.crmkit.ticket.ReferTicket;
import io.crmkit.ticket.ReplyToTicket;
import io.crmkit.ticket.TicketQuery;
import io.crmkit.ticket.WriteMessage;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Every operation of the public interface, tried on the records of one place. */
final class Attempts {
    private static final PageRequest ALL = PageRequest.first(PageRequest.MAX_SIZE);

    /** Tries something as somebody. */
    @FunctionalInterface
    interface Attempt {
        Outcome make(World world, CrmSession session, World.Place place);
    }

    private final Map<String, Attempt> byName = new TreeMap<>();

    Attempts() {
        customers();
        attributesAndActivities();
        customerFields();
        customerSearches();
        notes();
        readingTickets();
        besideTickets();
        workingOnTickets();
        FileAttempts.addTo(byName);
        MergeAttempts.addTo(byName);
        StaffAttempts.addTo(byName);
        ReportAttempts.addTo(byName);
        SearchAttempts.addTo(byName);
    }

    Set<String> names() {
        return byName.keySet();
    }

    Outcome make(String name, World world, Role role, World.Relation relation) {
        Attempt attempt = Objects.requireNonNull(byName.get(name), () -> "no operation " + name);
        try {
            return attempt.make(world, world.as(role), world.at(relation));
        } catch (PermissionDeniedException e) {
            return Outcome.DENIED;
        } catch (NotFoundException e) {
            return Outcome.UNSEEN;
        }
    }

    /** Says whether an administrator does something before the attempt. */
    static boolean isPrepared(String name) {
        return name.equals("rule.take-over") || name.equals("rule.enable");
    }

    private void customers() {
        byName.put(
                "customer.register",
                (w, s, p) -> Outcome.done(s.customers()
                        .register(RegisterCustomer.named("Grace", "O’Neill")
                                .with(new CustomerEdit.SetCare(
                                        Optional.of(World.SARA).filter(a -> p.relation() == World.Relation.OWN),
                                        p.relation().team)))));
        byName.put(
                "customer.update",
                (w, s, p) -> Outcome.done(
                        s.customers().update(UpdateCustomer.of(p.customer()).tier(Tier.GOLD))));
        byName.put(
                "customer.get",
                (w, s, p) -> Outcome.done(s.customers().get(p.customer().id())));
        byName.put(
                "customer.history",
                (w, s, p) -> Outcome.seen(s.customers().history(p.customer().id(), ALL).items().stream()
                        .anyMatch(change -> change.field().equals("tier"))));
        byName.put(
                "customer.timeline",
                (w, s, p) -> Outcome.done(
                        s.customers().timeline(TimelineQuery.of(p.customer().id()), ALL)));
    }

    private void attributesAndActivities() {
        byName.put("attribute.list", (w, s, p) -> Outcome.done(s.customers().attributes()));
        byName.put(
                "attribute.define",
                (w, s, p) ->
                        Outcome.done(s.customers().define(AttributeDefinition.of("shoeSize", AttributeType.INTEGER))));
        byName.put("index.verify", (w, s, p) -> Outcome.done(s.search().verifyIndex(ALL)));
        byName.put("index.rebuild", (w, s, p) -> Outcome.done(s.search().rebuildIndex(ALL)));
        byName.put(
                "activity.counts",
                (w, s, p) ->
                        Outcome.seen(!s.activities().counts(p.customer().id()).isEmpty()));
        byName.put(
                "activity.record",
                (w, s, p) -> Outcome.done(s.activities()
                        .record(new RecordActivity(
                                p.customer().id(),
                                "wallet",
                                "new",
                                ActivityType.TRADE,
                                ActivityStatus.SUCCESS,
                                w.always().from(),
                                Optional.empty()))));
    }

    /** Of a customer who can be read: is the field shown, masked or left out? */
    private void customerFields() {
        byName.put(
                "customer.field.phone",
                (w, s, p) -> shown(
                        s.customers().get(p.customer().id()).contacts().get(0).value(), p.phone()));
        byName.put(
                "customer.field.wallet",
                (w, s, p) -> shown(
                        s.customers().get(p.customer().id()).identifiers().stream()
                                .filter(i -> i.kind().equals("wallet"))
                                .findFirst()
                                .orElseThrow()
                                .value(),
                        wallet(p).value()));
        byName.put(
                "customer.field.document",
                (w, s, p) -> shown(
                        s.customers().get(p.customer().id()).attributes().get("kyc.documentNumber"), p.document()));
        byName.put(
                "customer.field.flags",
                (w, s, p) -> Outcome.seen(
                        !s.customers().get(p.customer().id()).flags().isEmpty()));
    }

    private static Outcome shown(String found, String real) {
        return found == null ? Outcome.UNSEEN : found.equals(real) ? Outcome.YES : Outcome.MASKED;
    }

    static Identifier wallet(World.Place place) {
        return place.customer().identifiers().stream()
                .filter(i -> i.kind().equals("wallet"))
                .findFirst()
                .orElseThrow();
    }

    private void customerSearches() {
        byName.put(
                "customer.search.name",
                (w, s, p) -> found(
                        s, p, CustomerQuery.containing(p.customer().names().given())));
        byName.put(
                "customer.search.phone",
                (w, s, p) -> found(s, p, CustomerQuery.containing(p.phone().substring(6))));
        byName.put(
                "customer.search.document",
                (w, s, p) -> found(s, p, CustomerQuery.containing(p.document().substring(4))));
        byName.put(
                "customer.search.flag",
                (w, s, p) -> found(s, p, CustomerQuery.all().flag(CustomerFlag.CHALLENGING)));
        byName.put(
                "customer.search.team",
                (w, s, p) -> found(s, p, CustomerQuery.all().team(p.relation().team)));
        byName.put(
                "customer.suggest.phone",
                (w, s, p) -> Outcome.seen(s.customers().suggest(p.phone(), 50).customers().stream()
                        .anyMatch(c -> c.id().equals(p.customer().id()))));
        byName.put(
                "customer.find.username",
                (w, s, p) -> Outcome.seen(s.customers()
                        .findByIdentifier(
                                Identifier.username("USER" + p.relation().ordinal()))
                        .isPresent()));
        byName.put(
                "customer.find.wallet",
                (w, s, p) ->
                        Outcome.seen(s.customers().findByIdentifier(wallet(p)).isPresent()));
        byName.put(
                "customer.find.phone",
                (w, s, p) -> Outcome.seen(!s.customers()
                        .findByContact(ContactType.PHONE, p.phone())
                        .isEmpty()));
    }

    private static Outcome found(CrmSession session, World.Place place, CustomerQuery query) {
        return Outcome.seen(session.customers().search(query, ALL).customers().stream()
                .anyMatch(c -> c.id().equals(place.customer().id())));
    }

    private void notes() {
        byName.put(
                "note.add",
                (w, s, p) ->
                        Outcome.done(s.notes().add(AddNote.about(p.customer().id(), "<p>تماس</p>"))));
        byName.put("note.get", (w, s, p) -> Outcome.done(s.notes().get(p.note().id())));
        byName.put(
                "note.list",
                (w, s, p) ->
                        listed(s, NoteQuery.about(p.customer().id()), p.note().id()));
        byName.put(
                "note.search",
                (w, s, p) ->
                        listed(s, NoteQuery.all().containing("kept"), p.note().id()));
        byName.put(
                "note.list-of-order",
                (w, s, p) -> listed(s, NoteQuery.on(p.order()), p.note().id()));
        byName.put(
                "note.list-deleted",
                (w, s, p) -> listed(s, NoteQuery.about(p.customer().id()).withDeleted(), p.deletedNote()));
        byName.put(
                "note.revisions",
                (w, s, p) -> Outcome.done(s.notes().revisions(p.note().id())));
        byName.put(
                "note.last",
                (w, s, p) -> Outcome.seen(s.notes().lastNotes(Set.of(p.order())).containsKey(p.order())));
        byName.put("note.timeline", (w, s, p) -> inTimeline(s, p, TimelineKind.NOTE));
        byName.put("note.edit", (w, s, p) -> Outcome.done(s.notes().edit(EditNote.of(p.note(), "<p>new</p>"))));
        byName.put("note.delete", (w, s, p) -> {
            s.notes().delete(DeleteNote.because(p.note().id(), "wrong customer"));
            return Outcome.YES;
        });
    }

    private static Outcome listed(CrmSession session, NoteQuery query, NoteId wanted) {
        return Outcome.seen(session.notes().list(query, ALL).items().stream()
                .anyMatch(note -> note.id().equals(wanted)));
    }

    private static Outcome inTimeline(CrmSession session, World.Place place, TimelineKind kind) {
        TimelineQuery query = TimelineQuery.of(place.customer().id()).only(kind);
        return Outcome.seen(!session.customers().timeline(query, ALL).items().isEmpty());
    }

    private void readingTickets() {
        byName.put(
                "ticket.get",
                (w, s, p) -> Outcome.done(s.tickets().get(p.ticket().id())));
        byName.put(
                "ticket.find",
                (w, s, p) -> Outcome.seen(s.tickets().find(p.ticket().number()).isPresent()));
        byName.put("ticket.list", (w, s, p) -> listed(s, p, TicketQuery.all()));
        byName.put(
                "ticket.list-of-team",
                (w, s, p) -> listed(s, p, TicketQuery.all().team(p.ticket().team())));
        byName.put(
                "ticket.list-waiting",
                (w, s, p) -> listed(s, p, TicketQuery.all().onlyWaiting()));
        byName.put(
                "ticket.messages",
                (w, s, p) -> Outcome.done(s.tickets().messages(p.ticket().id(), ALL)));
        byName.put(
                "ticket.history",
                (w, s, p) -> Outcome.done(s.tickets().history(p.ticket().id())));
        byName.put(
                "ticket.context",
                (w, s, p) -> Outcome.done(s.tickets().context(p.ticket().id())));
        byName.put("ticket.timeline", (w, s, p) -> inTimeline(s, p, TimelineKind.TICKET));
        byName.put("ticket.timeline-messages", (w, s, p) -> inTimeline(s, p, TimelineKind.MESSAGE));
    }

    private void besideTickets() {
        byName.put(
                "comment.messages",
                (w, s, p) -> comments(s.tickets().messages(p.ticket().id(), ALL).items()));
        byName.put(
                "comment.context",
                (w, s, p) -> comments(s.tickets().context(p.ticket().id()).messages()));
        byName.put("comment.timeline", (w, s, p) -> inTimeline(s, p, TimelineKind.COMMENT));
        byName.put(
                "note.context",
                (w, s, p) -> Outcome.seen(
                        !s.tickets().context(p.ticket().id()).notes().isEmpty()));
        byName.put(
                "activity.context",
                (w, s, p) -> Outcome.seen(
                        !s.tickets().context(p.ticket().id()).activities().isEmpty()));
        byName.put(
                "ticket.view",
                (w, s, p) -> Outcome.done(s.tickets().view(p.ticket().id())));
        byName.put(
                "ticket.views",
                (w, s, p) -> Outcome.seen(
                        !s.tickets().views(p.customer().id(), ALL).items().isEmpty()));
    }

    private static Outcome listed(CrmSession session, World.Place place, TicketQuery query) {
        return Outcome.seen(session.tickets().list(query, ALL).items().stream()
                .anyMatch(ticket -> ticket.id().equals(place.ticket().id())));
    }

    private static Outcome comments(List<Message> messages) {
        return Outcome.seen(messages.stream().anyMatch(InternalComment.class::isInstance));
    }

    private void workingOnTickets() {
        byName.put(
                "ticket.open",
                (w, s, p) -> Outcome.done(
                        s.tickets().open(OpenTicket.of(p.customer().id(), Channel.CHAT, "KYC", "சரிபார்ப்பு"))));
        byName.put(
                "ticket.write",
                (w, s, p) -> Outcome.done(s.tickets()
                        .write(WriteMessage.of(p.ticket().id(), p.customer().id(), "هنوز نرسیده"))));
        byName.put(
                "ticket.rate",
                (w, s, p) ->
                        Outcome.done(s.tickets().rate(new RateTicket(p.solved().id(), 4, "خوب"))));
        byName.put(
                "ticket.reply",
                (w, s, p) -> Outcome.done(
                        s.tickets().reply(ReplyToTicket.to(p.ticket().id(), "We look into it."))));
        byName.put(
                "ticket.comment",
                (w, s, p) -> Outcome.done(
                        s.tickets().comment(CommentOnTicket.on(p.ticket().id(), "txid checked"))));
        byName.put(
                "ticket.change",
                (w, s, p) -> Outcome.done(
                        s.tickets().change(ChangeTicket.of(p.ticket()).priority(Priority.HIGH))));
        byName.put(
                "ticket.assign",
                (w, s, p) -> Outcome.done(
                        s.tickets().assign(AssignTicket.to(p.ticket().id(), p.suitableAgent()))));
        byName.put(
                "ticket.refer",
                (w, s, p) -> Outcome.done(
                        s.tickets().refer(new ReferTicket(p.ticket().id(), World.TECH, "Where is it?"))));
        byName.put(
                "ticket.merge",
                (w, s, p) -> Outcome.done(s.tickets()
                        .merge(new MergeTickets(p.ticket().id(), p.second().id()))));
    }
}
