package io.crmkit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.note.Note;
import io.crmkit.page.SortOrder;
import io.crmkit.spi.storage.DuplicateKeyException;
import io.crmkit.spi.storage.NameMatch;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.ReferenceCriteria;
import io.crmkit.spi.storage.Slice;
import io.crmkit.spi.storage.TextKind;
import io.crmkit.spi.storage.TextPlace;
import io.crmkit.ticket.PublicMessage;
import io.crmkit.ticket.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What texts name, and that they are found by it. */
abstract class ReferenceStoreRules extends StorageRules {
    private static final Instant NOON = Instant.parse("2026-03-21T12:00:00Z");
    private static final String ORDER = "123456789012";

    @Test
    void aTextIsFoundByEachOfItsNamesAsTheyAre() {
        TextPlace note = given(samples.note(givenCustomer().id()), ORDER, "<210987654321", "TR7NHqjeKQ");

        assertEquals(List.of(note), named(ORDER));
        assertEquals(List.of(note), named("TR7NHqjeKQ"));
        assertEquals(List.of(), named("tr7nhqjekq"));
        assertEquals(List.of(), named("12345678901"));
        assertEquals(List.of(), named("123456789012 "));
        assertEquals(List.of(), list(TextKind.TICKET, ORDER, false, ALL));
    }

    @Test
    void theBeginningOfANameIsEnoughIfItIsAskedFor() {
        TextPlace first = given(samples.note(givenCustomer().id()), ORDER, "123499");
        TextPlace second = given(samples.note(givenCustomer().id()), "1234", "<4321");
        given(samples.note(givenCustomer().id()), "1235", "ab1234", "12%4", "123_");

        assertEquals(List.of(second, first), begun("1234"));
        assertEquals(List.of(first), begun("12345"));
        assertEquals(List.of(second), begun("<43"));
        assertEquals(List.of(), begun("%"));
        assertEquals(List.of(), begun("A"));
    }

    @Test
    void oneOfSeveralNamesIsEnoughAndATextIsListedOnce() {
        TextPlace both = given(samples.note(givenCustomer().id()), ORDER, "wd1234");
        TextPlace second = given(samples.note(givenCustomer().id()), "wd1234");
        TextPlace third = given(samples.note(givenCustomer().id()), "wd1299", "1234");

        assertEquals(List.of(second, both), named(new NameMatch(Set.of(ORDER, "wd1234", "x"), false)));
        assertEquals(List.of(third, second, both), named(new NameMatch(Set.of("12345", "wd12", "1234"), true)));
    }

    @Test
    void textsWithANameThatIsExcludedAreLeftOutAndPagesAreFull() {
        TextPlace longer = given(samples.note(givenCustomer().id()), ORDER + "7");
        given(samples.note(givenCustomer().id()), ORDER + "8", ORDER);
        given(samples.note(givenCustomer().id()), ORDER + "9", ORDER);
        TextPlace latest = given(samples.note(givenCustomer().id()), ORDER + "5", "wd1234");
        NameMatch begun = NameMatch.begins(ORDER);

        assertEquals(List.of(latest, longer), unless(begun, NameMatch.is(ORDER)));
        assertEquals(List.of(longer), unless(begun, new NameMatch(Set.of(ORDER, "wd1234"), false)));
        assertEquals(List.of(latest), unless(NameMatch.is("wd1234"), NameMatch.begins(ORDER + "4")));
        assertEquals(List.of(), unless(NameMatch.is("wd1234"), begun));
        ReferenceCriteria criteria = new ReferenceCriteria(TextKind.NOTE, begun, Optional.of(NameMatch.is(ORDER)), ALL);
        Slice behind = new Slice(SortOrder.NEWEST_FIRST, Optional.of(latest.position()), 1);
        assertEquals(List.of(longer), read(tx -> tx.references().list(criteria, behind)));
    }

    @Test
    void theLatestComeFirstAndPagesFitTogether() {
        TextPlace first = given(samples.note(givenCustomer().id()).createdAt(NOON), ORDER);
        TextPlace second = given(samples.note(givenCustomer().id()).createdAt(NOON), ORDER, ORDER + "1");
        TextPlace third = given(samples.note(givenCustomer().id()).createdAt(NOON.plusNanos(1_000)), ORDER);
        ReferenceCriteria all = ReferenceCriteria.of(TextKind.NOTE, NameMatch.begins(ORDER), ALL);

        List<TextPlace> page = read(tx -> tx.references().list(all, newest(2)));
        Slice next = new Slice(SortOrder.NEWEST_FIRST, Optional.of(page.get(1).position()), 2);

        assertEquals(List.of(third, second), page);
        assertEquals(List.of(first), read(tx -> tx.references().list(all, next)));
        assertEquals(List.of(first, second, third), read(tx -> tx.references().list(all, oldest(9))));
    }

    @Test
    void aTextThatIsTakenOutIsNotFoundAndMayBeListedAnew() {
        TextPlace note = given(samples.note(givenCustomer().id()), ORDER);
        TextPlace other = given(samples.note(givenCustomer().id()), ORDER);

        write(tx -> {
            tx.references().remove(note.record());
            tx.references().add(note, Set.of("98100"));
            tx.references().remove(samples.id());
        });

        assertEquals(List.of(other), named(ORDER));
        assertEquals(List.of(note), named("98100"));
    }

    @Test
    void textsAreListedUnderNewNamesAlone() {
        TextPlace first = given(samples.note(givenCustomer().id()), ORDER, "wd1234");
        TextPlace second = given(samples.note(givenCustomer().id()), ORDER);
        TextPlace third = given(samples.note(givenCustomer().id()), ORDER);
        TextPlace unlisted = given(samples.note(givenCustomer().id()), new String[0]);

        write(tx -> tx.references()
                .replaceAll(Map.of(first, Set.of("98100", ORDER), second, Set.of(), unlisted, Set.of("98100"))));
        write(tx -> tx.references().replaceAll(Map.of()));

        assertEquals(List.of(third, first), named(ORDER));
        assertEquals(List.of(unlisted, first), named("98100"));
        assertEquals(List.of(), named("wd1234"));
    }

    @Test
    void aNameThatIsListedAlreadyIsRefusedAtTheCall() {
        TextPlace note = given(samples.note(givenCustomer().id()), ORDER);

        refusedAtTheCall(DuplicateKeyException.class, tx -> tx.references().add(note, Set.of(ORDER)));
    }

    @Test
    void notesAreInReachByTeamAndAuthorWhileTheyLive() {
        Note note = samples.note(givenCustomer().id()).team(FIAT).author(SARA).build();
        TextPlace place =
                new TextPlace(TextKind.NOTE, note.id().value(), note.id().value(), note.createdAt());
        write(tx -> {
            tx.notes().insert(note, note.text());
            tx.references().add(place, Set.of(ORDER));
        });

        assertEquals(List.of(place), list(TextKind.NOTE, ORDER, false, reachOf(FIAT)));
        assertEquals(List.of(place), list(TextKind.NOTE, ORDER, false, reachOf(SARA)));
        assertEquals(List.of(), list(TextKind.NOTE, ORDER, false, reachOf(CRYPTO)));
        assertEquals(List.of(), list(TextKind.NOTE, ORDER, true, reachOf(KUMAR)));
        assertEquals(List.of(), list(TextKind.NOTE, ORDER, false, Reach.none()));
        write(tx -> tx.notes().update(NoteSample.after(note).deletedAt(NOON).build(), ""));
        assertEquals(List.of(), named(ORDER));
    }

    @Test
    void messagesAreInReachAsTheirTicketIs() {
        Ticket ticket = given(samples.ticket(givenCustomer().id()).team(FIAT));
        PublicMessage message = samples.message(ticket);
        TextPlace subject =
                new TextPlace(TextKind.TICKET, ticket.id().value(), ticket.id().value(), ticket.createdAt());
        TextPlace said = new TextPlace(
                TextKind.PUBLIC_MESSAGE, message.id().value(), ticket.id().value(), message.at());
        write(tx -> {
            tx.messages().insert(message);
            tx.references().add(subject, Set.of(ORDER));
            tx.references().add(said, Set.of(ORDER));
        });
        Reach customer = new Reach(false, Set.of(), Optional.empty(), Optional.of(ticket.customer()));

        for (Reach reach : List.of(ALL, reachOf(FIAT), customer)) {
            assertEquals(List.of(subject), list(TextKind.TICKET, ORDER, false, reach));
            assertEquals(List.of(said), list(TextKind.PUBLIC_MESSAGE, ORDER, true, reach));
            assertEquals(List.of(), list(TextKind.INTERNAL_MESSAGE, ORDER, true, reach));
        }
        assertEquals(List.of(), list(TextKind.PUBLIC_MESSAGE, ORDER, false, reachOf(CRYPTO)));
        assertEquals(List.of(), list(TextKind.TICKET, ORDER, false, reachOf(KUMAR)));
    }

    private TextPlace given(NoteSample sample, String... names) {
        Note note = given(sample);
        TextPlace place =
                new TextPlace(TextKind.NOTE, note.id().value(), note.id().value(), note.createdAt());
        write(tx -> tx.references().add(place, Set.of(names)));
        return place;
    }

    private List<TextPlace> named(NameMatch match) {
        return list(ReferenceCriteria.of(TextKind.NOTE, match, ALL));
    }

    private List<TextPlace> unless(NameMatch named, NameMatch other) {
        return list(new ReferenceCriteria(TextKind.NOTE, named, Optional.of(other), ALL));
    }

    private List<TextPlace> named(String name) {
        return list(TextKind.NOTE, name, false, ALL);
    }

    private List<TextPlace> begun(String beginning) {
        return list(TextKind.NOTE, beginning, true, ALL);
    }

    private List<TextPlace> list(TextKind kind, String name, boolean beginning, Reach reach) {
        NameMatch named = beginning ? NameMatch.begins(name) : NameMatch.is(name);
        return list(ReferenceCriteria.of(kind, named, reach));
    }

    private List<TextPlace> list(ReferenceCriteria criteria) {
        return read(tx -> tx.references().list(criteria, newest(100)));
    }
}
