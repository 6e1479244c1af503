package io.crmkit.verify.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerHit;
import io.crmkit.customer.FieldMatch;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.id.SubjectRef;
import io.crmkit.note.Note;
import io.crmkit.page.PageRequest;
import io.crmkit.page.SortOrder;
import io.crmkit.search.FoundTickets;
import io.crmkit.search.Mention;
import io.crmkit.search.MentionKind;
import io.crmkit.search.Mentions;
import io.crmkit.search.RebuiltReferences;
import io.crmkit.search.TicketHit;
import io.crmkit.spi.storage.Slice;
import io.crmkit.ticket.CommentOnTicket;
import io.crmkit.ticket.ReplyToTicket;
import io.crmkit.ticket.Ticket;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tickets, customers, and all about one reference, are found by what people paste: on every kind of storage. */
abstract class MentionSearchRules extends SearchDesk {
    @Test
    void ticketsAreFoundByTheirSubjectsMessagesAndComments() {
        Ticket ticket = ticket("برداشت WD-7001", "سفارش ۷۰۰۲-۲۲ نرسید");
        desk.sara().tickets().reply(ReplyToTicket.to(ticket.id(), "7003-33 is paid"));
        desk.sara().tickets().comment(CommentOnTicket.on(ticket.id(), "chain says 7004-44"));
        Ticket stored = desk.stored(ticket);

        assertThat(tickets("WD-7001")).containsExactly("subject WD-7001");
        assertThat(tickets("700222")).containsExactly("message ۷۰۰۲-۲۲");
        assertThat(tickets("۷۰۰۳۳۳")).containsExactly("message 7003-33");
        assertThat(tickets("7004-44")).containsExactly("comment 7004-44");
        assertThat(desk.sara().search().tickets("700222", ALL).hits())
                .singleElement()
                .satisfies(hit -> assertThat(hit.ticket()).isEqualTo(stored));
    }

    @Test
    void hitsInTicketsComeLatestFirstInPagesAndOnlyOncePerText() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Ticket ticket = ticket("7001-22", "about 7001-22 and again 700122");
            desk.sara().tickets().comment(CommentOnTicket.on(ticket.id(), "700122"));
            expected.addAll(List.of("subject", "message", "comment"));
        }
        List<String> whole = tickets("700122").stream()
                .map(hit -> hit.substring(0, hit.indexOf(' ')))
                .toList();

        assertThat(whole).containsExactlyInAnyOrderElementsOf(expected);
        List<TicketHit> read = new ArrayList<>();
        Optional<PageRequest> next = Optional.of(PageRequest.first(5));
        while (next.isPresent()) {
            FoundTickets page = desk.sara().search().tickets("700122", next.get());
            read.addAll(page.hits());
            next = page.next();
        }
        assertThat(read).isEqualTo(desk.sara().search().tickets("700122", ALL).hits());
    }

    @Test
    void commentsAreSearchedOnlyByThoseWhoReadThem() {
        Ticket ticket = ticket("سوال", "?");
        desk.sara().tickets().comment(CommentOnTicket.on(ticket.id(), "chain says 7004-44"));

        assertThat(desk.sara().search().tickets("700444", ALL).hits()).hasSize(1);
        assertThat(desk.host().search().tickets("700444", ALL).hits()).isEmpty();
        assertThat(desk.customer(ali).search().about("700444", ALL).texts()).isEmpty();
        assertThat(desk.host().search().about("700444", ALL).texts()).isEmpty();
    }

    @Test
    void everythingAboutATransactionIsThereInOneCall() {
        Customer payer = desk.host()
                .customers()
                .register(RegisterCustomer.named("கவிதா", "ரவி").identifier("deposit-tx", TXID));
        Note note = add("deposit 0x" + TXID + " is late");
        Ticket ticket = ticket("tx " + TXID, "where is 0x" + TXID + "?");
        desk.sara().tickets().comment(CommentOnTicket.on(ticket.id(), TXID + " has 2 confirmations"));
        add("another: " + TXID.replace('4', '5'));

        Mentions all = desk.sara().search().about("0x" + TXID, ALL);

        assertThat(all.customers()).extracting(hit -> hit.customer().id()).containsExactly(payer.id());
        assertThat(all.customers().get(0).matches())
                .extracting(FieldMatch::field)
                .containsExactly("identifier.deposit-tx");
        assertThat(all.texts())
                .extracting(Mention::kind)
                .containsExactlyInAnyOrder(
                        MentionKind.COMMENT, MentionKind.MESSAGE, MentionKind.TICKET, MentionKind.NOTE);
        assertThat(all.texts()).extracting(Mention::customer).containsOnly(ali);
        assertThat(all.texts().get(3).target())
                .isEqualTo(SubjectRef.note(note.id().toString()));
        assertThat(all.texts())
                .allSatisfy(mention -> assertThat(mention.match()
                                .snippet()
                                .substring(
                                        mention.match().from(), mention.match().to()))
                        .contains(TXID));
        assertThat(all.next()).isEmpty();
    }

    @Test
    void customersAreFoundByTelephoneAndTextsThatNameIt() {
        Note note = add("call ۰۹۱۲-۳۴۵-۶۷۸۹ back");

        for (String typed : List.of("+98 912 345 6789", "09123456789", "۰۹۱۲۳۴۵۶۷۸۹")) {
            Mentions all = desk.sara().search().about(typed, ALL);
            assertThat(all.customers())
                    .as(typed)
                    .extracting((CustomerHit hit) -> hit.customer().id())
                    .containsExactly(ali);
            assertThat(all.texts())
                    .as(typed)
                    .extracting(Mention::target)
                    .containsExactly(SubjectRef.note(note.id().toString()));
        }
    }

    @Test
    void aCustomerFindsOwnPublicTextsOnly() {
        Ticket own = ticket("7001-22", "about 7001-22");
        desk.sara().tickets().comment(CommentOnTicket.on(own.id(), "700122"));
        add("700122");
        Customer other = desk.host().customers().register(RegisterCustomer.named("Grace", "O’Neill"));
        desk.open(other.id());

        assertThat(desk.customer(ali).search().about("700122", ALL).texts())
                .extracting(Mention::kind)
                .containsExactlyInAnyOrder(MentionKind.MESSAGE, MentionKind.TICKET);
        assertThat(desk.customer(other.id()).search().about("700122", ALL).texts())
                .isEmpty();
    }

    @Test
    void mentionsComeInPagesThatFitTogether() {
        for (int i = 0; i < 7; i++) {
            add("7001-22");
            ticket("7001-22", "700122");
        }
        List<Mention> read = new ArrayList<>();
        Optional<PageRequest> next = Optional.of(PageRequest.first(4));
        while (next.isPresent()) {
            Mentions page = desk.sara().search().about("700122", next.get());
            read.addAll(page.texts());
            next = page.next();
        }

        assertThat(read)
                .hasSize(21)
                .isEqualTo(desk.sara().search().about("700122", ALL).texts());
        assertThat(read).isSortedAccordingTo(Comparator.comparing(Mention::at).reversed());
    }

    @Test
    void whatWasNotListedIsFoundAfterRebuildingPageByPage() {
        Note note = add("7001-22");
        Ticket ticket = ticket("7001-22", "700122");
        storage.inTransaction(tx -> {
            tx.references().remove(note.id().value());
            tx.references().remove(ticket.id().value());
            tx.messages()
                    .list(Slice.first(SortOrder.OLDEST_FIRST, 10))
                    .forEach(message -> tx.references().remove(message.id().value()));
            return true;
        });
        assertThat(desk.sara().search().about("700122", ALL).texts()).isEmpty();

        int texts = 0;
        Optional<PageRequest> next = Optional.of(PageRequest.first(1));
        while (next.isPresent()) {
            RebuiltReferences page = desk.admin().search().rebuildReferences(next.get());
            texts += page.texts();
            next = page.next();
        }

        assertThat(texts).isEqualTo(3);
        assertThat(desk.sara().search().about("700122", ALL).texts()).hasSize(3);
        assertThat(Set.copyOf(desk.sara().search().tickets("700122", ALL).hits()))
                .hasSize(2);
    }
}
