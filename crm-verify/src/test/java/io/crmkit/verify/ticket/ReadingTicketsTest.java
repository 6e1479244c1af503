package io.crmkit.verify.ticket;

import static io.crmkit.verify.Desk.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.CrmSession;
import io.crmkit.actor.ActorId;
import io.crmkit.actor.CustomerId;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.error.NotFoundException;
import io.crmkit.page.Page;
import io.crmkit.page.PageRequest;
import io.crmkit.ticket.AssignTicket;
import io.crmkit.ticket.ChangeTicket;
import io.crmkit.ticket.CommentOnTicket;
import io.crmkit.ticket.MergeTickets;
import io.crmkit.ticket.Message;
import io.crmkit.ticket.Priority;
import io.crmkit.ticket.PublicMessage;
import io.crmkit.ticket.ReferTicket;
import io.crmkit.ticket.ReplyToTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketEvent;
import io.crmkit.ticket.TicketEventKind;
import io.crmkit.ticket.TicketNumber;
import io.crmkit.ticket.TicketQuery;
import io.crmkit.ticket.TicketService;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.verify.Desk;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What agents read of tickets. */
class ReadingTicketsTest {
    private final Desk desk = Desk.staffed();
    private final CustomerId customer = desk.ali().id();

    @Test
    void commentsAreAmongTheMessagesForThoseWhoMayReadThem() {
        Ticket ticket = desk.open(customer);
        desk.clock.advance(Duration.ofSeconds(1));
        desk.sara().tickets().comment(CommentOnTicket.on(ticket.id(), "تلفن زدم"));

        assertThat(texts(desk.sara(), ticket)).containsExactly("برداشت من انجام نشد", "تلفن زدم");
        assertThat(texts(desk.auditor(), ticket)).containsExactly("برداشت من انجام نشد", "تلفن زدم");
        assertThat(texts(desk.host(), ticket)).containsExactly("برداشت من انجام نشد");
        assertThat(desk.host().tickets().context(ticket.id()).messages()).hasSize(1);
    }

    @Test
    void pagesOfMessagesForThoseWithoutCommentsAreFull() {
        Ticket ticket = desk.open(customer);
        for (int i = 0; i < 10; i++) {
            desk.sara().tickets().comment(CommentOnTicket.on(ticket.id(), "x"));
            desk.clock.advance(Duration.ofSeconds(1));
            desk.write(ticket);
        }

        Page<Message> page = desk.host().tickets().messages(ticket.id(), PageRequest.first(10));

        assertThat(page.items()).hasSize(10).allMatch(PublicMessage.class::isInstance);
        assertThat(desk.host()
                        .tickets()
                        .messages(ticket.id(), page.next().orElseThrow())
                        .items())
                .hasSize(1);
    }

    @Test
    void ticketsAreFoundByNumberInReachOnly() {
        Ticket ticket = desk.open(customer);

        assertThat(desk.sara().tickets().find(ticket.number())).contains(ticket);
        assertThat(desk.kavitha().tickets().find(ticket.number())).isEmpty();
        assertThat(desk.sara().tickets().find(new TicketNumber(ticket.number().value() + 1)))
                .isEmpty();
    }

    @Test
    void beyondTheReachThereIsNoTicket() {
        Ticket ticket = desk.open(customer);
        TicketService foreign = desk.kavitha().tickets();

        for (Runnable call : List.<Runnable>of(
                () -> foreign.get(ticket.id()),
                () -> foreign.messages(ticket.id(), PageRequest.first(1)),
                () -> foreign.history(ticket.id()),
                () -> foreign.context(ticket.id()),
                () -> foreign.view(ticket.id()),
                () -> foreign.reply(ReplyToTicket.to(ticket.id(), "x")),
                () -> foreign.comment(CommentOnTicket.on(ticket.id(), "x")),
                () -> foreign.assign(AssignTicket.to(ticket.id(), "kavitha")),
                () -> foreign.change(ChangeTicket.of(ticket).priority(Priority.LOW)),
                () -> foreign.refer(new ReferTicket(ticket.id(), Desk.VIP, "x")),
                () -> foreign.merge(new MergeTickets(ticket.id(), ticket.id())))) {
            refusal(NotFoundException.class, call);
        }
        assertThat(desk.stored(ticket)).isEqualTo(ticket);
    }

    @Test
    void theListTakesEveryFilter() {
        Ticket waiting = desk.open(customer);
        desk.clock.advance(Duration.ofSeconds(1));
        Ticket answered = desk.reply(desk.open(customer), TicketStatus.PENDING);
        answered = desk.sara().tickets().assign(AssignTicket.to(answered.id(), "omid"));
        Ticket vip =
                desk.sara().tickets().refer(new ReferTicket(desk.open(customer).id(), Desk.VIP, "x"));
        CustomerId other = desk.host()
                .customers()
                .register(RegisterCustomer.named("Karthik", "Raja"))
                .id();
        Ticket others = desk.open(other);

        assertThat(list(desk.sara(), TicketQuery.all())).containsExactly(others, answered, waiting);
        assertThat(list(desk.sara(), TicketQuery.all().oldestFirst())).containsExactly(waiting, answered, others);
        assertThat(list(desk.admin(), TicketQuery.all().of(customer))).containsExactly(vip, answered, waiting);
        assertThat(list(desk.sara(), TicketQuery.all().in(TicketStatus.PENDING, TicketStatus.SOLVED)))
                .containsExactly(answered);
        assertThat(list(desk.admin(), TicketQuery.all().team(Desk.VIP))).containsExactly(vip);
        assertThat(list(desk.sara(), TicketQuery.all().team(Desk.VIP))).isEmpty();
        assertThat(list(desk.sara(), TicketQuery.all().assignedTo(new ActorId("omid"))))
                .containsExactly(answered);
        assertThat(list(desk.sara(), TicketQuery.all().onlyWaiting())).containsExactly(others, waiting);
    }

    @Test
    void theHistoryIsNumberedFromOneWithoutGaps() {
        Ticket ticket = desk.open(customer);
        desk.reply(ticket, TicketStatus.SOLVED);
        desk.write(ticket);
        desk.sara().tickets().refer(new ReferTicket(ticket.id(), Desk.VIP, "x"));

        List<TicketEvent> history = desk.admin().tickets().history(ticket.id());

        assertThat(history)
                .extracting(TicketEvent::sequence)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, history.size()).boxed().toList());
        assertThat(desk.stored(ticket).events()).isEqualTo(history.size());
        assertThat(history.get(0).kind()).isEqualTo(TicketEventKind.OPENED);
        assertThat(history.get(0).to()).contains("withdrawal/delayed");
    }

    private static List<String> texts(CrmSession who, Ticket ticket) {
        return who.tickets().messages(ticket.id(), PageRequest.first(50)).items().stream()
                .map(Message::text)
                .toList();
    }

    private static List<Ticket> list(CrmSession who, TicketQuery query) {
        return who.tickets().list(query, PageRequest.first(50)).items();
    }
}
