package io.crmkit.verify.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.Role;
import io.crmkit.id.SubjectRef;
import io.crmkit.note.AddNote;
import io.crmkit.note.DeleteNote;
import io.crmkit.note.EditNote;
import io.crmkit.note.FoundNotes;
import io.crmkit.note.Note;
import io.crmkit.note.NoteHit;
import io.crmkit.page.PageRequest;
import io.crmkit.spi.limit.RateLimits;
import io.crmkit.text.MatchedBy;
import io.crmkit.verify.Desk;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes are found by what people paste: on every kind of storage. */
abstract class NoteSearchRules extends SearchDesk {
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
        assertThat(search("12345").stream().map(SearchDesk::matched).toList())
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
        assertThat(search("private key")).isEmpty();
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

    @Test
    void wordsAreFoundInNotesOfAllYearsLatestFirst() {
        List<Note> rain = notesOfYears("rain மழை باران");

        assertThat(pages("மழை", 7).stream().map(NoteHit::note)).containsExactlyElementsOf(rain);
        assertThat(desk.sara().notes().search("باران", ALL).partial()).isFalse();
    }

    @Test
    void wordsAreLookedForAsLongAsThereIsTimeAndFromThereOnTheNextPage() {
        List<Note> rain = notesOfYears("rain மழை باران");
        InstantSource slow = () -> {
            desk.clock.advance(Duration.ofSeconds(3));
            return desk.clock.instant();
        };
        CrmSession sara = Crm.builder()
                .storage(storage)
                .clock(slow)
                .rateLimits(RateLimits.none())
                .build()
                .as(Actor.agent("sara", Role.SUPPORT_AGENT));

        List<Note> read = new ArrayList<>();
        FoundNotes page = sara.notes().search("rain", ALL);
        assertThat(page.hits()).isNotEmpty().hasSizeLessThan(rain.size());
        while (read.size() + page.hits().size() < rain.size()) {
            assertThat(page.partial()).isTrue();
            page.hits().forEach(hit -> read.add(hit.note()));
            page = sara.notes().search("rain", page.next().orElseThrow());
        }
        page.hits().forEach(hit -> read.add(hit.note()));

        assertThat(read).containsExactlyElementsOf(rain);
    }

    /** One in twelve days for three years, the latest first. */
    private List<Note> notesOfYears(String text) {
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            desk.clock.advance(Duration.ofDays(12));
            notes.add(0, add(text + " " + i));
        }
        return notes;
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
                assertThat(unlimited.notes().search(order, ALL).hits())
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
}
