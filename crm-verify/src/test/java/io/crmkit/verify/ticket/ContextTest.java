package io.crmkit.verify.ticket;

import static io.crmkit.verify.Desk.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.activity.ActivityStatus;
import io.crmkit.activity.ActivityType;
import io.crmkit.activity.RecordActivity;
import io.crmkit.actor.CustomerId;
import io.crmkit.customer.ContactType;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.error.NotFoundException;
import io.crmkit.money.Money;
import io.crmkit.note.AddNote;
import io.crmkit.note.Note;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.CommentOnTicket;
import io.crmkit.ticket.Message;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.ReferTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketContext;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.ticket.WriteMessage;
import io.crmkit.verify.Desk;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Everything that stands beside a ticket. */
class ContextTest {
    private final Desk desk = Desk.staffed();
    private final CustomerId customer = desk.ali().id();

    @Test
    void itIsComplete() {
        Note pinned = desk.sara()
                .notes()
                .add(AddNote.about(customer, "<p>مشتری ویژه</p>").asPinned());
        desk.clock.advance(Duration.ofSeconds(1));
        Note latest = desk.sara().notes().add(AddNote.about(customer, "<p>تماس گرفت</p>"));
        withdrawal(customer);
        Ticket earlier = desk.open(customer);
        desk.clock.advance(Duration.ofMinutes(1));
        Ticket ticket = desk.open(customer);
        desk.clock.advance(Duration.ofMinutes(1));
        desk.sara().tickets().comment(CommentOnTicket.on(ticket.id(), "تلفن زدم"));

        TicketContext context = desk.sara().tickets().context(ticket.id());

        assertThat(context.ticket()).isEqualTo(desk.stored(ticket));
        assertThat(context.customer().id()).isEqualTo(customer);
        assertThat(context.messages()).extracting(Message::text).containsExactly("برداشت من انجام نشد", "تلفن زدم");
        assertThat(context.notes()).extracting(Note::id).containsExactly(pinned.id(), latest.id());
        assertThat(context.otherTickets()).containsExactly(desk.stored(earlier));
        assertThat(context.activities())
                .singleElement()
                .satisfies(c -> assertThat(c.count()).isEqualTo(1));
        assertThat(context.times().in(TicketStatus.NEW)).isEqualTo(Duration.ofMinutes(1));
        assertThat(context.earlierOfKind()).isEqualTo(1);
        assertThat(context.firstOfKind()).isFalse();
        assertThat(desk.sara().tickets().context(earlier.id()).firstOfKind()).isTrue();
    }

    @Test
    void onlyTheSameCategoryRootIsOfAKind() {
        open("withdrawal/failed");
        open("trade");
        desk.clock.advance(Duration.ofMinutes(1));

        assertThat(desk.sara().tickets().context(open("withdrawal").id()).earlierOfKind())
                .isEqualTo(1);
        assertThat(desk.sara().tickets().context(open("kyc/rejected").id()).firstOfKind())
                .isTrue();
    }

    @Test
    void itTakesTheLastFiftyMessagesTwentyNotesAndTenTickets() {
        Ticket ticket = desk.open(customer);
        for (int i = 1; i <= 60; i++) {
            desk.clock.advance(Duration.ofSeconds(1));
            desk.host().tickets().write(WriteMessage.of(ticket.id(), customer, "پیام " + i));
        }
        for (int i = 0; i < 25; i++) {
            desk.sara().notes().add(AddNote.about(customer, "<p>یادداشت</p>"));
        }
        for (int i = 0; i < 12; i++) {
            desk.open(customer);
        }

        TicketContext context = desk.sara().tickets().context(ticket.id());

        assertThat(context.messages()).hasSize(50);
        assertThat(context.messages().get(0).text()).isEqualTo("پیام 11");
        assertThat(context.messages().get(49).text()).isEqualTo("پیام 60");
        assertThat(context.notes()).hasSize(20);
        assertThat(context.otherTickets()).hasSize(10).extracting(Ticket::id).doesNotContain(ticket.id());
    }

    @Test
    void contactsAreMaskedForThoseWhoMayNotSeeThem() {
        Ticket ticket = desk.open(customer);

        TicketContext context = desk.auditor().tickets().context(ticket.id());

        assertThat(context.customer().contact(ContactType.PHONE).orElseThrow().value())
                .doesNotContain("912345");
        assertThat(context.customer().masked()).contains("contact.PHONE");
    }

    @Test
    void activitiesOfACustomerBeyondTheReachAreLeftOut() {
        CustomerId vip = desk.kavitha()
                .customers()
                .register(RegisterCustomer.named("கவிதா", "ராஜன்"))
                .id();
        withdrawal(vip);
        Ticket ticket = desk.open(vip);

        refusal(NotFoundException.class, () -> desk.sara().activities().counts(vip));
        assertThat(desk.sara().tickets().context(ticket.id()).activities()).isEmpty();
        assertThat(desk.admin().tickets().context(ticket.id()).activities()).hasSize(1);
    }

    @Test
    void otherTicketsBeyondTheReachAreLeftOutButCounted() {
        Ticket other = desk.open(customer);
        desk.sara().tickets().refer(new ReferTicket(other.id(), Desk.VIP, "x"));
        desk.clock.advance(Duration.ofMinutes(1));
        Ticket ticket = desk.open(customer);

        TicketContext context = desk.sara().tickets().context(ticket.id());

        assertThat(context.otherTickets()).isEmpty();
        assertThat(context.firstOfKind()).isFalse();
    }

    private Ticket open(String category) {
        return desk.host()
                .tickets()
                .open(OpenTicket.of(customer, Channel.WEB, "x", "y").category(category));
    }

    private void withdrawal(CustomerId who) {
        desk.host()
                .activities()
                .record(new RecordActivity(
                        who,
                        "ledger",
                        "w-1",
                        ActivityType.WITHDRAWAL,
                        ActivityStatus.SUCCESS,
                        desk.clock.instant(),
                        Optional.of(Money.parse("250 USDT"))));
    }
}
