package io.crmkit.verify.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.actor.CustomerId;
import io.crmkit.actor.TeamId;
import io.crmkit.automation.ShippedRules;
import io.crmkit.error.CrmException;
import io.crmkit.error.InvalidRequestException;
import io.crmkit.ticket.AssignTicket;
import io.crmkit.ticket.ChangeTicket;
import io.crmkit.ticket.CommentOnTicket;
import io.crmkit.ticket.MergeTickets;
import io.crmkit.ticket.Priority;
import io.crmkit.ticket.RateTicket;
import io.crmkit.ticket.ReferTicket;
import io.crmkit.ticket.ReplyToTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketEvent;
import io.crmkit.ticket.TicketId;
import io.crmkit.ticket.TicketService;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.verify.Desk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The events of a ticket, replayed, give the stored ticket: whatever was done, in whatever order. */
class ReplayTest {
    private static final int STEPS = 120;
    private static final TicketStatus[] STATES = TicketStatus.values();

    private final Desk desk = Desk.staffed();
    private final List<Ticket> tickets = new ArrayList<>();
    private final CustomerId customer = desk.ali().id();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void theHistoryTellsTheState(long seed) {
        Random random = new Random(seed);
        desk.host().automation().save(ShippedRules.solvedNotice());
        tickets.add(desk.open(customer));

        for (int i = 0; i < STEPS; i++) {
            desk.pass(Duration.ofMinutes(random.nextInt(60 * 24)));
            try {
                step(random, tickets.get(random.nextInt(tickets.size())));
            } catch (CrmException e) {
                assertThat(e).isInstanceOf(InvalidRequestException.class);
            }
        }

        assertThat(tickets).hasSizeGreaterThan(3);
        Map<TicketId, Replayed> all = new HashMap<>();
        tickets.stream()
                .flatMap(ticket -> desk.admin().tickets().history(ticket.id()).stream())
                .sorted(Comparator.comparing(TicketEvent::at).thenComparing(e -> e.id().toString()))
                .forEach(event -> all.computeIfAbsent(event.ticket(), id -> new Replayed())
                        .apply(event, all));
        for (Ticket ticket : tickets) {
            assertThat(Objects.requireNonNull(all.get(ticket.id())).summary())
                    .isEqualTo(Replayed.summary(desk.stored(ticket)));
        }
    }

    private void step(Random random, Ticket ticket) {
        TicketService desks = desk.admin().tickets();
        Ticket other = tickets.get(random.nextInt(tickets.size()));
        switch (random.nextInt(12)) {
            case 0 -> tickets.add(desk.open(customer));
            case 1, 2, 3 -> remember(desk.write(ticket));
            case 4, 5 -> desks.reply(ReplyToTicket.to(ticket.id(), "x"));
            case 6 -> desks.reply(ReplyToTicket.to(ticket.id(), "x").then(STATES[random.nextInt(STATES.length)]));
            case 7 -> change(random, desk.stored(ticket));
            case 8 -> desks.assign(AssignTicket.to(ticket.id(), random.nextBoolean() ? "sara" : "omid"));
            case 9 ->
                desks.refer(new ReferTicket(ticket.id(), random.nextInt(3) == 0 ? Desk.VIP : TeamId.SUPPORT, "x"));
            case 10 -> desks.comment(CommentOnTicket.on(ticket.id(), "x"));
            default -> {
                if (random.nextInt(3) == 0) {
                    desks.merge(new MergeTickets(other.id(), ticket.id()));
                } else {
                    desk.host().tickets().rate(new RateTicket(ticket.id(), 1 + random.nextInt(5), ""));
                }
            }
        }
    }

    private void change(Random random, Ticket seen) {
        ChangeTicket command = ChangeTicket.of(seen);
        command = switch (random.nextInt(4)) {
            case 0 -> command.status(STATES[random.nextInt(STATES.length)]);
            case 1 -> command.priority(Priority.values()[random.nextInt(4)]);
            case 2 -> command.category(random.nextBoolean() ? "trade" : "kyc/rejected");
            default -> random.nextBoolean() ? command.tags("a", "b") : command.tags("urgent");
        };
        desk.admin().tickets().change(command);
    }

    private void remember(Ticket written) {
        if (tickets.stream().noneMatch(known -> known.id().equals(written.id()))) {
            tickets.add(written);
        }
    }
}
