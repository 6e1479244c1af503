package io.crmkit.storage.jpa.parity;

import io.crmkit.actor.CustomerId;
import io.crmkit.actor.TeamId;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerEdit;
import io.crmkit.customer.CustomerFlag;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.customer.Tier;
import io.crmkit.customer.UpdateCustomer;
import io.crmkit.id.SubjectRef;
import io.crmkit.note.AddNote;
import io.crmkit.note.DeleteNote;
import io.crmkit.note.EditNote;
import io.crmkit.note.Note;
import io.crmkit.storage.jpa.parity.Desk.Who;
import io.crmkit.ticket.AssignTicket;
import io.crmkit.ticket.ChangeTicket;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.CommentOnTicket;
import io.crmkit.ticket.MergeTickets;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.Priority;
import io.crmkit.ticket.RateTicket;
import io.crmkit.ticket.ReferTicket;
import io.crmkit.ticket.ReplyToTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.ticket.WriteMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;

/** Steps by chance over what there is so far; each does the same on every desk. */
final class Steps {
    private static final List<String> NAMES =
            List.of("علی", "رضا‌یی", "முருகன்", "செல்வி", "Grace", "O’Neill", "کاظمی");
    private static final List<String> CATEGORIES =
            List.of("withdrawal/delayed", "kyc/pending", "deposit", "other", "Not A Path");
    private static final List<String> TEXTS =
            List.of("برداشت من انجام نشد ۱۲۳۴-۵۶۷۸", "பணம் வரவில்லை ௧௨௩", "where is txid 0xAbC?", "=1+1", "🙂 ok", " ");
    private static final int MANY = 12;

    private final Random random;
    private final Reads reads;
    private final List<Customer> customers = new ArrayList<>();
    private final List<Ticket> tickets = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private int keys;

    Steps(Random random) {
        this.random = random;
        this.reads = new Reads(random);
    }

    /** What a step made or changed may be met again by later ones. */
    void learn(Object result) {
        if (result instanceof Customer customer) {
            renew(customers, customer, known -> known.id().equals(customer.id()));
        } else if (result instanceof Ticket ticket) {
            renew(tickets, ticket, known -> known.id().equals(ticket.id()));
        } else if (result instanceof Note note) {
            renew(notes, note, known -> known.id().equals(note.id()));
        }
    }

    private static <T> void renew(List<T> known, T now, java.util.function.Predicate<T> same) {
        known.removeIf(same);
        known.add(now);
        if (known.size() > MANY) {
            known.remove(0);
        }
    }

    Function<Desk, Object> next() {
        if (customers.isEmpty()) {
            return register();
        }
        if (tickets.isEmpty()) {
            return open();
        }
        List<Supplier<Function<Desk, Object>>> kinds = List.of(
                this::register,
                this::update,
                this::open,
                this::open,
                this::write,
                this::reply,
                this::reply,
                this::comment,
                this::change,
                this::assign,
                this::refer,
                this::merge,
                this::rate,
                this::addNote,
                this::addNote,
                this::editNote,
                this::deleteNote,
                this::pass,
                this::pass,
                () -> reads.next(customer(), ticket()),
                () -> reads.next(customer(), ticket()),
                () -> reads.next(customer(), ticket()));
        return pick(kinds).get();
    }

    private Function<Desk, Object> register() {
        Who who = pick(List.of(Who.HOST, Who.SARA, Who.SALES));
        int number = random.nextInt(40);
        RegisterCustomer command = RegisterCustomer.named(pick(NAMES), pick(NAMES))
                .username("User" + number)
                .phone("0912345" + (1000 + random.nextInt(30)))
                .language(pick(List.of("fa", "ta", "en")))
                .attribute("kyc.status", pick(List.of("verified", "pending", "perhaps")));
        RegisterCustomer once = random.nextInt(3) == 0 ? command.once("k" + random.nextInt(5)) : command;
        return desk -> desk.as(who).customers().register(once);
    }

    private Function<Desk, Object> update() {
        Who who = who();
        UpdateCustomer command = UpdateCustomer.of(customer())
                .tier(pick(List.of(Tier.values())))
                .flags(random.nextBoolean() ? new CustomerFlag[] {CustomerFlag.VIP} : new CustomerFlag[0])
                .with(pick(List.<CustomerEdit>of(
                        new CustomerEdit.AddIdentifier("wallet", "TXn" + random.nextInt(20)),
                        new CustomerEdit.RemoveIdentifier("username", "User" + random.nextInt(40)),
                        new CustomerEdit.SetCare(Optional.empty(), random.nextBoolean() ? Desk.TECH : TeamId.SUPPORT),
                        new CustomerEdit.Rename(pick(NAMES), pick(NAMES)))));
        return desk -> desk.as(who).customers().update(command);
    }

    private Function<Desk, Object> open() {
        Who who = pick(List.of(Who.HOST, Who.SARA));
        OpenTicket command = OpenTicket.of(customer().id(), pick(List.of(Channel.values())), pick(TEXTS), pick(TEXTS))
                .category(pick(CATEGORIES))
                .on(subject())
                .once("o" + (random.nextInt(4) == 0 ? random.nextInt(5) : 100 + keys++));
        return desk -> desk.as(who).tickets().open(command);
    }

    private Function<Desk, Object> write() {
        Ticket ticket = ticket();
        CustomerId by = random.nextInt(5) == 0 ? customer().id() : ticket.customer();
        WriteMessage command = WriteMessage.of(ticket.id(), by, pick(TEXTS));
        return desk -> desk.as(Who.HOST).tickets().write(command);
    }

    private Function<Desk, Object> reply() {
        Who who = who();
        ReplyToTicket command = ReplyToTicket.to(ticket().id(), pick(TEXTS));
        ReplyToTicket then = random.nextBoolean() ? command.then(pick(List.of(TicketStatus.values()))) : command;
        return desk -> desk.as(who).tickets().reply(then);
    }

    private Function<Desk, Object> comment() {
        Who who = who();
        CommentOnTicket command = CommentOnTicket.on(ticket().id(), pick(TEXTS));
        return desk -> desk.as(who).tickets().comment(command);
    }

    private Function<Desk, Object> change() {
        Who who = who();
        ChangeTicket command = ChangeTicket.of(ticket());
        ChangeTicket wanted = random.nextBoolean()
                ? command.status(pick(List.of(TicketStatus.values())))
                : command.priority(pick(List.of(Priority.values())))
                        .category(pick(CATEGORIES))
                        .tags("vip", "ab-1");
        return desk -> desk.as(who).tickets().change(wanted);
    }

    private Function<Desk, Object> assign() {
        Who who = who();
        AssignTicket command = AssignTicket.to(ticket().id(), pick(List.of("sara", "amir", "boss", "nobody")));
        return desk -> desk.as(who).tickets().assign(command);
    }

    private Function<Desk, Object> refer() {
        Who who = who();
        ReferTicket command = new ReferTicket(ticket().id(), random.nextBoolean() ? Desk.TECH : TeamId.SUPPORT, "چرا؟");
        return desk -> desk.as(who).tickets().refer(command);
    }

    private Function<Desk, Object> merge() {
        Who who = who();
        MergeTickets command = new MergeTickets(ticket().id(), ticket().id());
        return desk -> desk.as(who).tickets().merge(command);
    }

    private Function<Desk, Object> rate() {
        RateTicket command = new RateTicket(ticket().id(), random.nextInt(7), pick(TEXTS));
        return desk -> desk.as(Who.HOST).tickets().rate(command);
    }

    private Function<Desk, Object> addNote() {
        Who who = who();
        AddNote command =
                AddNote.about(customer().id(), "<p>" + pick(TEXTS) + "</p>").on(subject());
        AddNote pinned = random.nextInt(4) == 0 ? command.asPinned() : command;
        return desk -> desk.as(who).notes().add(pinned);
    }

    private Function<Desk, Object> editNote() {
        if (notes.isEmpty()) {
            return addNote();
        }
        Who who = who();
        EditNote command = EditNote.of(pick(notes), "<b>" + pick(TEXTS) + "</b>");
        return desk -> desk.as(who).notes().edit(command);
    }

    private Function<Desk, Object> deleteNote() {
        if (notes.isEmpty()) {
            return addNote();
        }
        Who who = who();
        DeleteNote command = DeleteNote.because(pick(notes).id(), "اشتباه بود");
        return desk -> {
            desk.as(who).notes().delete(command);
            return "deleted";
        };
    }

    /** Time passes, and what is due is done. */
    private Function<Desk, Object> pass() {
        Duration time =
                pick(List.of(Duration.ofSeconds(30), Duration.ofHours(3), Duration.ofHours(25), Duration.ofDays(8)));
        int failures = random.nextInt(6) == 0 ? 1 : 0;
        return desk -> {
            desk.clock.advance(time);
            desk.notifier.failTemporarily(failures);
            return List.of(desk.crm.runDue(), desk.crm.nextDueAt(), List.copyOf(desk.notifier.sent()));
        };
    }

    private SubjectRef subject() {
        return SubjectRef.order("98" + random.nextInt(5));
    }

    private Customer customer() {
        return pick(customers);
    }

    private Ticket ticket() {
        return pick(tickets);
    }

    private Who who() {
        return pick(List.of(Who.values()));
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
