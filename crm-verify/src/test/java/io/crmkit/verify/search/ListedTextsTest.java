package io.crmkit.verify.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.Crm;
import io.crmkit.actor.Actor;
import io.crmkit.actor.Role;
import io.crmkit.customer.Customer;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.note.AddNote;
import io.crmkit.note.DeleteNote;
import io.crmkit.note.EditNote;
import io.crmkit.note.Note;
import io.crmkit.page.SortOrder;
import io.crmkit.spi.storage.NameMatch;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.ReferenceCriteria;
import io.crmkit.spi.storage.Slice;
import io.crmkit.spi.storage.TextKind;
import io.crmkit.spi.storage.TextPlace;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.testkit.FaultyStorage;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.CommentOnTicket;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.ReferTicket;
import io.crmkit.ticket.ReplyToTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.ticket.WriteMessage;
import io.crmkit.verify.Desk;
import io.crmkit.verify.fault.Dump;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each text is listed by what it names when it is stored, and no longer when it is not there any more. */
class ListedTextsTest {
    private static final String ORDER = "123456789012";
    private static final Slice ALL = Slice.first(SortOrder.NEWEST_FIRST, 1_000);
    /** Published with the wallet import format: nobody's. */
    private static final String WIF = "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ";

    private static final String PHRASE = "legal winner thank year wave sausage worth useful legal winner thank yellow";

    private final FaultyStorage storage = new FaultyStorage(MemoryStorage.create());
    private final Desk desk = Desk.staffed(storage);
    private final Customer ali = desk.ali();

    @ParameterizedTest
    @ValueSource(
            strings = {"کد رهگیری: ۱۲۳۴-۵۶۷۸ ۹۰۱۲", "<b>123456</b>789012", "எண் ௧௨௩௪-௫௬௭௮-௯௦௧௨", "order 1234-5678-9012."
            })
    void aNoteIsListedByWhatItNames(String html) {
        Note note = add(html);

        assertThat(listed(TextKind.NOTE, ORDER)).containsExactly(note.id().value());
        assertThat(listed(TextKind.NOTE, "<210987654321"))
                .containsExactly(note.id().value());
    }

    @Test
    void anEditedNoteIsListedByWhatItNamesNow() {
        Note note = add("see 1234-5678-9012 and 777000");
        desk.sara().notes().edit(EditNote.of(note, "see 98765-43210 and 777000"));

        assertThat(listed(TextKind.NOTE, ORDER)).isEmpty();
        assertThat(listed(TextKind.NOTE, "9876543210"))
                .containsExactly(note.id().value());
        assertThat(listed(TextKind.NOTE, "777000")).containsExactly(note.id().value());
    }

    @Test
    void aDeletedNoteIsNotListedAtAll() {
        Note note = add("see 1234-5678-9012");
        desk.sara().notes().delete(DeleteNote.own(note.id()));

        assertThat(listed(TextKind.NOTE, ORDER)).isEmpty();
        UUID id = note.id().value();
        assertThatCode(() -> storage.inTransaction(tx -> {
                    tx.references().add(new TextPlace(TextKind.NOTE, id, id, note.createdAt()), Set.of(ORDER));
                    return true;
                }))
                .as("listed anew")
                .doesNotThrowAnyException();
    }

    @Test
    void subjectAndMessagesOfATicketAreListedAsWhatTheyAre() {
        Ticket ticket = desk.host()
                .tickets()
                .open(OpenTicket.of(ali.id(), Channel.WEB, "برداشت WD-10001", "سفارش ۱۰۰۰۲ نرسید"));
        desk.host().tickets().write(WriteMessage.of(ticket.id(), ali.id(), "10003?"));
        desk.sara().tickets().reply(ReplyToTicket.to(ticket.id(), "10004!"));
        desk.sara().tickets().comment(CommentOnTicket.on(ticket.id(), "10005"));
        desk.sara().tickets().refer(new ReferTicket(ticket.id(), Desk.VIP, "what of 10006?"));

        assertThat(listed(TextKind.TICKET, "wd10001"))
                .containsExactly(ticket.id().value());
        for (String order : List.of("10002", "10003", "10004")) {
            assertThat(listed(TextKind.PUBLIC_MESSAGE, order)).as(order).hasSize(1);
            assertThat(listed(TextKind.INTERNAL_MESSAGE, order)).as(order).isEmpty();
        }
        for (String order : List.of("10005", "10006")) {
            assertThat(listed(TextKind.INTERNAL_MESSAGE, order)).as(order).hasSize(1);
            assertThat(listed(TextKind.PUBLIC_MESSAGE, order)).as(order).isEmpty();
        }
    }

    @Test
    void aFollowUpIsListedWithItsOwnSubjectAndMessage() {
        Ticket first = desk.host().tickets().open(OpenTicket.of(ali.id(), Channel.WEB, "WD-10001", "؟"));
        desk.reply(first, TicketStatus.SOLVED);
        desk.pass(Duration.ofDays(30));
        Ticket closed = desk.stored(first);
        Ticket second = desk.host().tickets().write(WriteMessage.of(first.id(), ali.id(), "still 10003"));

        assertThat(closed.status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(listed(TextKind.TICKET, "wd10001"))
                .containsExactly(second.id().value(), first.id().value());
        assertThat(listed(TextKind.PUBLIC_MESSAGE, "10003")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                WIF,
                PHRASE,
                "private key 4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b",
                "کلید خصوصی 0x4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b"
            })
    void keysToMoneyAreListedNowhere(String secret) {
        add("<p>" + secret + "</p>");
        Ticket ticket = desk.host().tickets().open(OpenTicket.of(ali.id(), Channel.WEB, "کمک", secret));
        desk.sara().tickets().comment(CommentOnTicket.on(ticket.id(), secret));

        assertThat(everything()).isEmpty();
    }

    @Test
    void ordersAreListedAsTheHostWritesThem() {
        MemoryStorage own = MemoryStorage.create();
        Crm crm = Crm.builder()
                .storage(own)
                .orderIds(Pattern.compile("\\bP[A-Z]\\b"))
                .build();
        Customer kavitha = crm.as(Actor.host("exchange")).customers().register(RegisterCustomer.named("கவிதா", "ரவி"));
        crm.as(Actor.agent("root", Role.ADMIN)).notes().add(AddNote.about(kavitha.id(), "about PX"));

        List<TextPlace> listed = own.inTransaction(tx -> tx.references().list(criteria(TextKind.NOTE, "px"), ALL));
        assertThat(listed).hasSize(1);
    }

    @Test
    void aTextThatIsNotStoredIsNotListed() {
        storage.failAtCommit(new IllegalStateException("planned"));

        assertThatThrownBy(() -> add("see 1234-5678-9012")).hasMessage("planned");

        assertThat(listed(TextKind.NOTE, ORDER)).isEmpty();
    }

    private static ReferenceCriteria criteria(TextKind kind, String name) {
        return ReferenceCriteria.of(kind, NameMatch.is(name), Reach.all());
    }

    private List<UUID> listed(TextKind kind, String name) {
        return storage.inTransaction(tx -> tx.references().list(criteria(kind, name), ALL)).stream()
                .map(place -> place.record())
                .toList();
    }

    private List<String> everything() {
        return Dump.of(storage).get("references").stream().map(Object::toString).toList();
    }

    private Note add(String html) {
        return desk.sara().notes().add(AddNote.about(ali.id(), html));
    }
}
