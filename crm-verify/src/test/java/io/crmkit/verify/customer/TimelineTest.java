package io.crmkit.verify.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.crmkit.CrmSession;
import io.crmkit.customer.Customer;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.customer.Tier;
import io.crmkit.customer.TimelineEntry;
import io.crmkit.customer.TimelineKind;
import io.crmkit.customer.TimelineQuery;
import io.crmkit.customer.UpdateCustomer;
import io.crmkit.id.SubjectRef;
import io.crmkit.note.AddNote;
import io.crmkit.note.DeleteNote;
import io.crmkit.note.Note;
import io.crmkit.page.Page;
import io.crmkit.page.PageRequest;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.CommentOnTicket;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.ReplyToTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketId;
import io.crmkit.verify.Desk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private final Desk desk = new Desk();
    private final Customer ali = desk.ali();

    @Test
    void everythingIsListedLatestFirst() {
        TicketId ticket = oneOfEach();

        List<TimelineEntry> lines = timeline(desk.sara());

        assertThat(lines)
                .extracting(TimelineEntry::kind, line -> line.by().id().value(), TimelineEntry::text)
                .containsExactly(
                        tuple(TimelineKind.CHANGE, "sara", "tier, attribute.kyc.level"),
                        tuple(TimelineKind.NOTE, "sara", "ترجیح می‌دهد تلفنی صحبت کند"),
                        tuple(TimelineKind.COMMENT, "sara", "Looks like a stuck txid"),
                        tuple(TimelineKind.MESSAGE, "sara", "در حال بررسی هستیم"),
                        tuple(TimelineKind.MESSAGE, ali.id().toString(), "سه ساعت گذشته"),
                        tuple(TimelineKind.TICKET, ali.id().toString(), "برداشت من انجام نشد"));
        assertThat(lines.get(0).target()).isEqualTo(SubjectRef.customer(ali.id().toString()));
        assertThat(lines.get(2).target()).isEqualTo(SubjectRef.ticket(ticket.toString()));
    }

    @Test
    void onlyTheWantedKindsAreListed() {
        oneOfEach();

        assertThat(desk.sara()
                        .customers()
                        .timeline(
                                TimelineQuery.of(ali.id()).only(TimelineKind.NOTE, TimelineKind.TICKET),
                                PageRequest.first())
                        .items())
                .extracting(TimelineEntry::kind)
                .containsExactly(TimelineKind.NOTE, TimelineKind.TICKET);
    }

    @Test
    void theCustomerGetsTicketsAndPublicMessagesOnly() {
        oneOfEach();

        assertThat(timeline(desk.customer(ali.id())))
                .extracting(TimelineEntry::kind)
                .containsExactly(TimelineKind.MESSAGE, TimelineKind.MESSAGE, TimelineKind.TICKET);
    }

    @Test
    void eachKindHasItsOwnReach() {
        oneOfEach();

        assertThat(timeline(desk.kavitha()))
                .extracting(TimelineEntry::kind)
                .containsExactly(TimelineKind.CHANGE, TimelineKind.NOTE);
        assertThat(timeline(desk.marketer())).extracting(TimelineEntry::kind).containsExactly(TimelineKind.CHANGE);
        assertThat(timeline(desk.host()))
                .extracting(TimelineEntry::kind)
                .containsExactly(TimelineKind.CHANGE, TimelineKind.MESSAGE, TimelineKind.MESSAGE, TimelineKind.TICKET);
    }

    @Test
    void changesOfHiddenFieldsAreLeftOut() {
        desk.host()
                .customers()
                .update(UpdateCustomer.of(ali).tier(Tier.GOLD).attribute("kyc.documentNumber", "A1234567"));

        assertThat(timeline(desk.marketer())).extracting(TimelineEntry::text).containsExactly("tier");
        assertThat(timeline(desk.sara()))
                .extracting(TimelineEntry::text)
                .containsExactly("tier, attribute.kyc.documentNumber");
    }

    @Test
    void deletedNotesAreNotListed() {
        Note note = desk.sara().notes().add(AddNote.about(ali.id(), "wrong customer"));

        desk.sara().notes().delete(DeleteNote.own(note.id()));

        assertThat(timeline(desk.admin())).isEmpty();
    }

    @Test
    void nothingOfOtherCustomersIsListed() {
        Customer mina = desk.sara().customers().register(RegisterCustomer.named("Mina", ""));
        desk.sara().notes().add(AddNote.about(mina.id(), "Mina"));
        desk.host().tickets().open(OpenTicket.of(mina.id(), Channel.WEB, "Mina", "Mina"));

        assertThat(timeline(desk.admin())).isEmpty();
    }

    @Test
    void textsAreCutBetweenCharacters() {
        desk.sara().notes().add(AddNote.about(ali.id(), "நி".repeat(300)));

        String text = timeline(desk.sara()).get(0).text();

        assertThat(text).isEqualTo("நி".repeat(279) + "…");
    }

    @Test
    void pagesOfAnySizeHoldEachLineOnceEvenAtOneInstant() {
        for (int i = 0; i < 3; i++) {
            oneOfEachAtOnce(i);
        }
        List<TimelineEntry> all = timeline(desk.sara());
        assertThat(all).hasSize(18);

        for (int size = 1; size <= 19; size++) {
            List<TimelineEntry> listed = new ArrayList<>();
            Optional<PageRequest> next = Optional.of(PageRequest.first(size));
            while (next.isPresent()) {
                Page<TimelineEntry> page = desk.sara().customers().timeline(TimelineQuery.of(ali.id()), next.get());
                assertThat(page.items()).hasSizeBetween(1, size);
                listed.addAll(page.items());
                next = page.next();
            }
            assertThat(listed).isEqualTo(all);
        }
    }

    private void oneOfEachAtOnce(int round) {
        Ticket ticket = desk.customer(ali.id())
                .tickets()
                .open(OpenTicket.of(ali.id(), Channel.WEB, "Subject " + round, "Body " + round));
        desk.sara().tickets().reply(ReplyToTicket.to(ticket.id(), "Answer " + round));
        desk.sara().tickets().comment(CommentOnTicket.on(ticket.id(), "Comment " + round));
        desk.sara().notes().add(AddNote.about(ali.id(), "Note " + round));
        desk.sara()
                .customers()
                .update(UpdateCustomer.of(desk.sara().customers().get(ali.id()))
                        .attribute("kyc.level", "level " + round));
    }

    private TicketId oneOfEach() {
        Ticket ticket = desk.customer(ali.id())
                .tickets()
                .open(OpenTicket.of(ali.id(), Channel.WEB, "برداشت من انجام نشد", "سه ساعت گذشته"));
        desk.clock.advance(Duration.ofMinutes(1));
        desk.sara().tickets().reply(ReplyToTicket.to(ticket.id(), "در حال بررسی هستیم"));
        desk.clock.advance(Duration.ofMinutes(1));
        desk.sara().tickets().comment(CommentOnTicket.on(ticket.id(), "Looks like a stuck txid"));
        desk.clock.advance(Duration.ofMinutes(1));
        desk.sara().notes().add(AddNote.about(ali.id(), "<p>ترجیح می‌دهد <b>تلفنی</b> صحبت کند</p>"));
        desk.clock.advance(Duration.ofMinutes(1));
        desk.sara().customers().update(UpdateCustomer.of(ali).tier(Tier.GOLD).attribute("kyc.level", "2"));
        return ticket.id();
    }

    private List<TimelineEntry> timeline(CrmSession session) {
        return session.customers()
                .timeline(TimelineQuery.of(ali.id()), PageRequest.first())
                .items();
    }
}
