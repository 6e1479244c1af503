package io.crmkit.verify.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Role;
import io.crmkit.error.NotFoundException;
import io.crmkit.note.AddNote;
import io.crmkit.note.DeleteNote;
import io.crmkit.note.Note;
import io.crmkit.ticket.AssignTicket;
import io.crmkit.ticket.ChangeTicket;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.Priority;
import io.crmkit.ticket.ReplyToTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.ticket.TicketTimes;
import io.crmkit.ticket.WriteMessage;
import io.crmkit.verify.Desk;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CustomerSideTest {
    private final Desk desk = Desk.staffed();
    private final CustomerId ali = desk.ali().id();
    private final CrmSession customer = desk.as(Actor.customer(ali));

    @Test
    void customersGetTheirTicketsWithoutWhatBelongsToTheDesk() {
        Ticket opened = customer.tickets()
                .open(OpenTicket.of(ali, Channel.WEB, "برداشت", "نرسید").category("withdrawal/delayed"));
        desk.sara().tickets().assign(AssignTicket.to(opened.id(), "sara"));
        Ticket seen = desk.sara().tickets().get(opened.id());
        desk.sara()
                .tickets()
                .change(ChangeTicket.of(seen).tags("suspected-fraud").status(TicketStatus.ON_HOLD));

        Ticket written = customer.tickets().write(WriteMessage.of(opened.id(), ali, "?"));

        for (Ticket answer : new Ticket[] {opened, written}) {
            assertThat(answer.tags()).isEmpty();
            assertThat(answer.assignee()).isEmpty();
            assertThat(answer.priority()).isEqualTo(Priority.NORMAL);
            assertThat(answer.clock().waitingSince()).isEmpty();
        }
        assertThat(desk.sara().tickets().get(opened.id()).tags()).containsExactly("suspected-fraud");
    }

    @Test
    void aRepeatedKeyGivesNothingBeyondTheReach() {
        Ticket ticket = customer.tickets().open(OpenTicket.of(ali, Channel.WEB, "x", "x"));
        ReplyToTicket reply = ReplyToTicket.to(ticket.id(), "سلام").once("k1");
        desk.sara().tickets().reply(reply);
        CrmSession saraElsewhere =
                desk.as(Actor.agent("sara", Role.SUPPORT_AGENT).in(Desk.VIP));

        assertThatThrownBy(() -> saraElsewhere.tickets().reply(reply)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aRepeatedKeyBringsNoDeletedNoteBack() {
        AddNote command = AddNote.about(ali, "x").once("k2");
        Note note = desk.sara().notes().add(command);
        desk.sara().notes().delete(DeleteNote.own(note.id()));

        assertThatThrownBy(() -> desk.sara().notes().add(command)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aClockThatGoesBackMakesNoNegativeTimes() {
        Ticket ticket = customer.tickets().open(OpenTicket.of(ali, Channel.WEB, "x", "x"));
        desk.clock.advance(Duration.ofHours(-3));

        Ticket answered = desk.sara().tickets().reply(ReplyToTicket.to(ticket.id(), "سلام"));

        assertThat(answered.clock().firstReplyAt()).contains(ticket.createdAt());
        TicketTimes times = TicketTimes.of(desk.sara().tickets().history(ticket.id()), ticket.createdAt());
        assertThat(times.in(TicketStatus.NEW)).isEqualTo(Duration.ZERO);
    }
}
