package io.crmkit.verify.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Role;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerHit;
import io.crmkit.customer.FieldMatch;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.id.SubjectRef;
import io.crmkit.note.AddNote;
import io.crmkit.note.DeleteNote;
import io.crmkit.note.EditNote;
import io.crmkit.note.Note;
import io.crmkit.note.NoteHit;
import io.crmkit.page.Page;
import io.crmkit.page.PageRequest;
import io.crmkit.page.SortOrder;
import io.crmkit.search.Mention;
import io.crmkit.search.MentionKind;
import io.crmkit.search.Mentions;
import io.crmkit.search.RebuiltReferences;
import io.crmkit.search.TicketHit;
import io.crmkit.spi.limit.RateLimits;
import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.spi.storage.Slice;
import io.crmkit.testkit.CountingStorage;
import io.crmkit.text.MatchedBy;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.CommentOnTicket;
import io.crmkit.ticket.InternalComment;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.ReplyToTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.verify.Desk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is found by what people paste: on every kind of storage. */
abstract class SearchRules {
    private static final String TXID = "4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b";
    private static final String TRON = "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t";
    private static final PageRequest ALL = PageRequest.first(200);

    private CountingStorage storage;
    private Desk desk;
    private CustomerId ali;

    /** An empty storage. */
    abstract CrmStorage open();

    @BeforeEach
    void begin() {
        storage = new CountingStorage(open());
        desk = Desk.staffed(storage);
        ali = desk.ali().id();
    }

    @AfterEach
    void end() {
        desk.crm().close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789012",
                "۱۲۳۴۵۶۷۸۹۰۱۲",
                "١٢٣٤٥٦٧٨٩٠١٢",
                "௧௨௩௪௫௬௭௮௯௦௧௨",
                "1234-5678-9012",
                "(1234) 5678 9012",
                " ۱۲۳۴–۵۶۷۸‌۹۰۱۲ ",
                "کد رهگیری: ۱۲۳۴-۵۶۷۸ ۹۰۱۲"
            })
    void aNoteIsFoundByItsNumberInAllWritings(String typed) {
        add("another one, 123456789013");
        Note note = add("<p>کد رهگیری: ۱۲۳۴-۵۶۷۸ ۹۰۱۲</p>");
        add("too long: 1234567890123, too short: 12345678901");

        NoteHit first = search(typed).get(0);

        assertThat(first.note()).isEqualTo(note);
        assertThat(first.match().by()).isEqualTo(MatchedBy.REFERENCE);
        assertThat(matched(first)).isEqualTo("۱۲۳۴-۵۶۷۸ ۹۰۱۲");
    }

    @Test
    void exactOnesComeBeforeBeginningsAndTheseBeforeEndingsEachLatestFirst() {
        Note ending = add("xyz9912345");
        Note exact = add("order 12345, written before");
        Note beginning = add("order 1234567");
        Note both = add("order 12345 and 12345678");
        Note newerEnding = add("xyz8812345");
        add("order 1239945");

        assertThat(search("12345").stream().map(NoteHit::note).toList())
                .containsExactly(both, exact, beginning, newerEnding, ending);
        assertThat(search("12345").stream().map(hit -> hit.match().by()).toList())
                .containsExactly(
                        MatchedBy.REFERENCE,
                        MatchedBy.REFERENCE,
                        MatchedBy.BEGINNING,
                        MatchedBy.ENDING,
                        MatchedBy.ENDING);
        assertThat(search("12345").stream().map(SearchRules::matched).toList())
                .containsExactly("12345", "12345", "1234567", "xyz8812345", "xyz9912345");
    }

    @Test
    void pagesOfAnySizeMakeUpTheWholeSearch() {
        for (int i = 0; i < 5; i++) {
            add("exact 12345");
            add("longer 12345" + i + ", and again 12345" + i + "7");
            add("ends with ab" + i + "12345");
        }
        List<NoteHit> whole = search("12345");

        assertThat(whole).hasSize(15).doesNotHaveDuplicates();
        for (int size : List.of(1, 2, 4, 14, 15)) {
            assertThat(pages("12345", size)).as("pages of " + size).isEqualTo(whole);
        }
    }

    @Test
    void pagesFoundByWordsMakeUpTheWholeSearchToo() {
        for (int i = 0; i < 5; i++) {
            add("واریز دیر رسید");
            add("other");
        }

        assertThat(search("رسید واریز")).hasSize(5);
        assertThat(pages("رسید واریز", 2)).isEqualTo(search("رسید واریز"));
    }

    @Test
    void wordsAreLookedForOnlyWhereNothingElseIsFound() {
        Note inside = add("number 9912345678");

        assertThat(search("12345"))
                .singleElement()
                .satisfies(hit -> assertThat(hit.note()).isEqualTo(inside))
                .satisfies(hit -> assertThat(hit.match().by()).isEqualTo(MatchedBy.WORDS));
        Note exact = add("number 12345");
        assertThat(search("12345")).extracting(NoteHit::note).containsExactly(exact);
    }

    @Test
    void wordsOfAllScriptsAreFoundAsTheyStandInTheText() {
        Note persian = add("مشتري از كارمزد شاكي بود");
        Note tamil = add("வாடிக்கையாளர் கட்டணம் பற்றி கேட்டார்");

        assertThat(search("کارمزد")).extracting(NoteHit::note).containsExactly(persian);
        assertThat(matched(search("کارمزد").get(0))).isEqualTo("كارمزد");
        assertThat(search("கட்டணம்")).extracting(NoteHit::note).containsExactly(tamil);
    }

    @Test
    void deletedAndEditedNotesAreNotFoundByWhatTheyNamed() {
        Note deleted = add("WD-5555");
        Note edited = add("WD-5555");
        desk.sara().notes().delete(DeleteNote.own(deleted.id()));
        desk.sara().notes().edit(EditNote.of(edited, "WD-6666"));

        assertThat(search("wd5555")).isEmpty();
        assertThat(search("wd-6666")).extracting(hit -> hit.match().by()).containsExactly(MatchedBy.REFERENCE);
    }

    @Test
    void aNoteIsFoundByTheIdOfAnObjectThatItIsAbout() {
        Note note = desk.sara()
                .notes()
                .add(AddNote.about(ali, "see there")
                        .on(SubjectRef.order("98"))
                        .on(SubjectRef.transaction("0x" + TXID)));

        assertThat(search("98")).extracting(NoteHit::note).containsExactly(note);
        assertThat(search(TXID.toUpperCase(Locale.ROOT)))
                .extracting(hit -> hit.match().snippet())
                .containsExactly("0x" + TXID);
    }

    @Test
    void caseTellsBase58ApartButNotHexadecimal() {
        Note note = add("to " + TRON + " by 0x" + TXID);

        assertThat(search(TRON)).extracting(NoteHit::note).containsExactly(note);
        assertThat(search("0X" + TXID.toUpperCase(Locale.ROOT))).hasSize(1);
        assertThat(search("TR7NHqje").get(0).match().by()).isEqualTo(MatchedBy.BEGINNING);
        assertThat(search("jLj6t").get(0).match().by()).isEqualTo(MatchedBy.ENDING);
        assertThat(search(TRON.toLowerCase(Locale.ROOT)))
                .extracting(hit -> hit.match().by())
                .doesNotContain(MatchedBy.REFERENCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%", "__", "12%45", "1_345", "\\\\12345", "'or 1=1", "!12345!!"})
    void patternsAreTakenAsTheyAre(String typed) {
        add("order 12345 of 12945");

        List<NoteHit> found =
                typed.codePoints().filter(Character::isLetterOrDigit).count() < 2 ? List.of() : search(typed);

        assertThat(found)
                .as("only numbers themselves, without what stands around them")
                .hasSizeLessThanOrEqualTo(typed.contains("12345") ? 1 : 0);
    }

    @Test
    void nothingIsFoundForAKeyToMoney() {
        String key = "private key " + TXID;
        add("<p>" + key + "</p>");

        assertThat(search(key)).isEmpty();
        assertThat(desk.sara().search().about(key, ALL).texts()).isEmpty();
    }

    @Test
    void notesAreFoundAsFarAsTheRoleReaches() {
        Note note = add("WD-5555");

        assertThat(found(desk.omid(), "WD-5555")).containsExactly(note);
        assertThat(found(desk.auditor(), "WD-5555")).containsExactly(note);
        CrmSession tech = desk.as(Actor.agent("tara", Role.TECH_AGENT).in(Desk.VIP));
        assertThat(found(tech, "WD-5555")).isEmpty();
        assertThat(found(tech, "see WD-5555 there")).isEmpty();
    }

    @Test
    void aSearchTakesAsManyCallsWhateverIsFound() {
        for (int i = 0; i < 30; i++) {
            add("exact 12345");
            add("longer 1234567");
        }
        storage.reset();
        search("12345");

        assertThat(storage.calls())
                .containsExactlyInAnyOrderEntriesOf(Map.of("ReferenceStore.list", 3, "NoteStore.find", 1));
        storage.reset();
        desk.sara().notes().search("12345", PageRequest.first(20));
        assertThat(storage.calls())
                .containsExactlyInAnyOrderEntriesOf(Map.of("ReferenceStore.list", 1, "NoteStore.find", 1));
    }

    /** While others edit it, a note is found by the text that is returned with it, or not at all. */
    @Test
    void aNoteThatIsEditedMeanwhileIsFoundByItsOwnTextOnly() throws Exception {
        Note first = add("order WD-111111");
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService editor = Executors.newSingleThreadExecutor();
        Future<Note> edited = editor.submit(() -> {
            Note note = first;
            for (int i = 0; i < 40; i++) {
                note = desk.sara().notes().edit(EditNote.of(note, i % 2 == 0 ? "order WD-222222" : "order WD-111111"));
            }
            done.set(true);
            return note;
        });
        CrmSession unlimited = Crm.builder()
                .storage(storage)
                .clock(desk.clock)
                .rateLimits(RateLimits.none())
                .build()
                .as(Actor.agent("sara", Role.SUPPORT_AGENT));
        int searches = 0;
        do {
            for (String order : List.of("WD-111111", "WD-222222")) {
                assertThat(unlimited.notes().search(order, ALL).items())
                        .hasSizeLessThanOrEqualTo(1)
                        .allSatisfy(hit -> {
                            assertThat(hit.note().text()).contains(order);
                            assertThat(matched(hit)).isEqualTo(order);
                        });
            }
            searches++;
        } while (!done.get() && !edited.isDone());
        Note last = edited.get();
        editor.shutdown();

        assertThat(searches).isPositive();
        assertThat(search("WD-111111")).extracting(NoteHit::note).containsExactly(last);
        assertThat(search("WD-222222")).isEmpty();
    }

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
        assertThat(desk.sara().search().tickets("700222", ALL).items())
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
            Page<TicketHit> page = desk.sara().search().tickets("700122", next.get());
            read.addAll(page.items());
            next = page.next();
        }
        assertThat(read).isEqualTo(desk.sara().search().tickets("700122", ALL).items());
    }

    @Test
    void commentsAreSearchedOnlyByThoseWhoReadThem() {
        Ticket ticket = ticket("سوال", "?");
        desk.sara().tickets().comment(CommentOnTicket.on(ticket.id(), "chain says 7004-44"));

        assertThat(desk.sara().search().tickets("700444", ALL).items()).hasSize(1);
        assertThat(desk.host().search().tickets("700444", ALL).items()).isEmpty();
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
        assertThat(Set.copyOf(desk.sara().search().tickets("700122", ALL).items()))
                .hasSize(2);
    }

    private Note add(String html) {
        desk.clock.advance(Duration.ofSeconds(1));
        return desk.sara().notes().add(AddNote.about(ali, html));
    }

    private Ticket ticket(String subject, String text) {
        desk.clock.advance(Duration.ofSeconds(1));
        return desk.host().tickets().open(OpenTicket.of(ali, Channel.WEB, subject, text));
    }

    private List<NoteHit> search(String typed) {
        return desk.sara().notes().search(typed, ALL).items();
    }

    private static List<Note> found(CrmSession session, String typed) {
        return session.notes().search(typed, ALL).items().stream()
                .map(NoteHit::note)
                .toList();
    }

    private List<NoteHit> pages(String typed, int size) {
        List<NoteHit> read = new ArrayList<>();
        Optional<PageRequest> next = Optional.of(PageRequest.first(size));
        while (next.isPresent()) {
            Page<NoteHit> page = desk.sara().notes().search(typed, next.get());
            read.addAll(page.items());
            next = page.next();
        }
        return read;
    }

    private List<String> tickets(String typed) {
        return desk.sara().search().tickets(typed, ALL).items().stream()
                .map(hit -> hit.message()
                                .map(message -> message instanceof InternalComment ? "comment" : "message")
                                .orElse("subject")
                        + " "
                        + hit.match()
                                .snippet()
                                .substring(hit.match().from(), hit.match().to()))
                .toList();
    }

    private static String matched(NoteHit hit) {
        return hit.match().snippet().substring(hit.match().from(), hit.match().to());
    }
}
