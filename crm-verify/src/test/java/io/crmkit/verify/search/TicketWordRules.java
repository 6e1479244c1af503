package io.crmkit.verify.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.Role;
import io.crmkit.page.PageRequest;
import io.crmkit.search.FoundTickets;
import io.crmkit.search.TicketHit;
import io.crmkit.spi.limit.RateLimits;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.CommentOnTicket;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.ReplyToTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.verify.Desk;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tickets are found by words that people remember: on every kind of storage. */
abstract class TicketWordRules extends SearchDesk {
    /** More tickets, with twice as many messages, than are looked at between two looks at the clock; many of one instant. */
    private static final int MANY = 520;

    @Test
    void wordsOfAllScriptsAreFoundInSubjectsMessagesAndCommentsLatestFirst() {
        Ticket ticket = ticket("برداشت من نرسيد", "பணம் வரவில்லை");
        desk.clock.advance(Duration.ofSeconds(1));
        desk.sara().tickets().reply(ReplyToTicket.to(ticket.id(), "The withdrawal is delayed"));
        desk.clock.advance(Duration.ofSeconds(1));
        desk.sara().tickets().comment(CommentOnTicket.on(ticket.id(), "withdrawal queue stuck, وضعیت برداشت"));

        assertThat(tickets("نرسید برداشت")).containsExactly("subject نرسيد");
        assertThat(tickets("வரவில்லை")).containsExactly("message வரவில்லை");
        assertThat(tickets("Withdrawal")).containsExactly("comment withdrawal", "message withdrawal");
        assertThat(tickets("برداشت")).containsExactly("comment برداشت", "subject برداشت");
        assertThat(tickets("withdrawal நன்றி")).isEmpty();
    }

    @Test
    void wordsAreLookedForOnlyWhereNothingElseIsFound() {
        ticket("number 9912345678", "?");

        assertThat(tickets("12345")).containsExactly("subject 12345");
        ticket("number 12345", "?");
        assertThat(tickets("12345")).containsExactly("subject 12345");
        assertThat(desk.sara().search().tickets("12345", ALL).hits())
                .extracting(hit -> hit.ticket().subject())
                .containsExactly("number 12345");
    }

    @Test
    void wordsAreFoundAsFarAsTheRoleReaches() {
        Ticket ticket = ticket("rain", "?");
        desk.sara().tickets().comment(CommentOnTicket.on(ticket.id(), "more rain"));
        CrmSession elsewhere = desk.as(Actor.agent("tara", Role.TECH_AGENT).in(Desk.VIP));

        assertThat(tickets("rain")).containsExactlyInAnyOrder("comment rain", "subject rain");
        assertThat(desk.host().search().tickets("rain", ALL).hits())
                .as("the host does not read comments")
                .hasSize(1);
        assertThat(elsewhere.search().tickets("rain", ALL).hits()).isEmpty();
    }

    @Test
    void pagesOfWordsNeitherRepeatNorHide() {
        for (int i = 0; i < 5; i++) {
            Ticket ticket = ticket("rain " + i, "باران");
            desk.sara().tickets().reply(ReplyToTicket.to(ticket.id(), "rain, rain"));
        }
        List<TicketHit> whole = desk.sara().search().tickets("rain", ALL).hits();

        assertThat(whole).hasSize(10);
        for (int size : List.of(1, 3, 9, 10)) {
            assertThat(pages(desk.sara(), "rain", size)).as("pages of " + size).isEqualTo(whole);
        }
    }

    @Test
    void wordsAreLookedForAsLongAsThereIsTimeAndFromThereOnTheNextPage() {
        CrmSession sara = unlimited(desk.clock);
        for (int i = 0; i < MANY; i++) {
            desk.clock.advance(Duration.ofSeconds(i % 50 == 0 ? 1 : 0));
            Ticket ticket = sara.tickets()
                    .open(OpenTicket.of(
                            ali, Channel.WEB, i % 100 == 0 ? "rain" : "snow", i % 70 == 0 ? "rain" : "snow"));
            sara.tickets().reply(ReplyToTicket.to(ticket.id(), i % 90 == 0 ? "rain" : "snow"));
        }
        List<TicketHit> whole = sara.search().tickets("rain", ALL).hits();
        CrmSession slow = unlimited(() -> {
            desk.clock.advance(Duration.ofSeconds(3));
            return desk.clock.instant();
        });

        FoundTickets first = slow.search().tickets("rain", ALL);

        assertThat(whole).hasSize(6 + 8 + 6);
        assertThat(first.partial()).isTrue();
        assertThat(first.hits()).hasSizeLessThan(20);
        for (int size : List.of(1, 7, 200)) {
            assertThat(pages(slow, "rain", size)).as("pages of " + size).isEqualTo(whole);
        }
        assertThat(sara.search().tickets("rain", ALL).partial()).isFalse();
    }

    @Test
    void aTextWithAKeyToMoneyIsNotFoundByWords() {
        ticket("lost", "my private key is 5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ");
        ticket("private key lost", "what now?");

        assertThat(tickets("private key")).containsExactly("subject private");
    }

    private CrmSession unlimited(InstantSource clock) {
        return Crm.builder()
                .storage(storage)
                .clock(clock)
                .rateLimits(RateLimits.none())
                .build()
                .as(Actor.agent("sara", Role.SUPPORT_AGENT));
    }

    private static List<TicketHit> pages(CrmSession session, String typed, int size) {
        List<TicketHit> read = new ArrayList<>();
        Optional<PageRequest> next = Optional.of(PageRequest.first(size));
        while (next.isPresent()) {
            FoundTickets page = session.search().tickets(typed, next.get());
            read.addAll(page.hits());
            next = page.next();
        }
        return read;
    }
}
