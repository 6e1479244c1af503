package io.crmkit.search.internal;

import io.crmkit.actor.ActorKind;
import io.crmkit.actor.Permission;
import io.crmkit.customer.CustomerHit;
import io.crmkit.customer.internal.ExactCustomers;
import io.crmkit.internal.access.Gate;
import io.crmkit.internal.access.Reading;
import io.crmkit.internal.page.Pages;
import io.crmkit.internal.reference.FindingTexts;
import io.crmkit.internal.reference.FindingTexts.Found;
import io.crmkit.internal.reference.FindingTexts.FoundTexts;
import io.crmkit.internal.reference.ReferenceIndex;
import io.crmkit.internal.reference.Wanted;
import io.crmkit.internal.search.Deadline;
import io.crmkit.page.Page;
import io.crmkit.page.PageRequest;
import io.crmkit.page.SortOrder;
import io.crmkit.search.FoundTickets;
import io.crmkit.search.IndexCheck;
import io.crmkit.search.Mention;
import io.crmkit.search.Mentions;
import io.crmkit.search.RebuiltReferences;
import io.crmkit.search.SearchService;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.SearchBudget;
import io.crmkit.spi.storage.TextKind;
import io.crmkit.spi.storage.TextPlace;
import io.crmkit.text.MatchedBy;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The searches of one actor. */
public final class DefaultSearchService implements SearchService {
    private static final Duration TIME_TO_SEARCH = Duration.ofSeconds(2);

    private final Gate gate;
    private final ReferenceIndex index;
    private final ExactCustomers customers;

    /** For the actor of that gate. */
    public DefaultSearchService(Gate gate, ReferenceIndex index) {
        this.gate = gate;
        this.index = index;
        this.customers = new ExactCustomers(index.references().region());
    }

    @Override
    public FoundTickets tickets(String text, PageRequest page) {
        Gate.Entry entry = gate.enter(Permission.TICKET_READ, page.size());
        Wanted.check("text", text, MAX_TEXT);
        Wanted wanted = Wanted.of(text, index.references());
        SearchBudget budget = Deadline.in(TIME_TO_SEARCH, gate.clock());
        return entry.read(reading -> {
            Map<TextKind, Reach> kinds = ofTickets(
                    reading.reach(Permission.TICKET_READ),
                    reading.reachOfBoth(Permission.TICKET_READ, Permission.COMMENT_READ));
            WordsInTickets words = new WordsInTickets(reading.tx(), wanted, kinds, budget);
            FoundTexts found = new FindingTexts(reading.tx(), wanted, kinds).page(page, words::walk);
            TextsOfPlaces texts = TextsOfPlaces.hits(
                    reading.tx(),
                    wanted,
                    found.items().stream().map(Found::place).toList());
            return new FoundTickets(
                    found.items().stream()
                            .flatMap(each -> texts.hit(each.place(), each.by()).stream())
                            .toList(),
                    found.next(),
                    found.partial());
        });
    }

    private static Map<TextKind, Reach> ofTickets(Reach tickets, Reach comments) {
        Map<TextKind, Reach> kinds = new EnumMap<>(TextKind.class);
        kinds.put(TextKind.TICKET, tickets);
        kinds.put(TextKind.PUBLIC_MESSAGE, tickets);
        kinds.put(TextKind.INTERNAL_MESSAGE, comments);
        return kinds;
    }

    @Override
    public Mentions about(String reference, PageRequest page) {
        Gate.Entry entry = gate.enter(Permission.CUSTOMER_READ, page.size());
        Wanted.check("reference", reference, MAX_TEXT);
        Wanted wanted = Wanted.of(reference, index.references());
        SearchBudget budget = Deadline.in(TIME_TO_SEARCH, gate.clock());
        return entry.read(reading -> {
            List<CustomerHit> found =
                    page.cursor().isEmpty() ? customers.of(reading, reference, wanted.writings(), budget) : List.of();
            return mentions(reading, wanted, page, found);
        });
    }

    private static Mentions mentions(Reading reading, Wanted wanted, PageRequest page, List<CustomerHit> customers) {
        Permission tickets =
                reading.actor().kind() == ActorKind.CUSTOMER ? Permission.TICKET_VIEW : Permission.TICKET_READ;
        Map<TextKind, Reach> kinds =
                ofTickets(reading.reach(tickets), reading.reachOfBoth(tickets, Permission.COMMENT_READ));
        Reach notes = reading.reach(Permission.NOTE_READ);
        kinds.put(TextKind.NOTE, notes);
        List<TextPlace> places = new FindingTexts(reading.tx(), wanted, kinds)
                .list(MatchedBy.REFERENCE, Pages.slice(page, SortOrder.NEWEST_FIRST));
        Page<TextPlace> some = Pages.page(places, page, TextPlace::position);
        TextsOfPlaces texts = TextsOfPlaces.mentions(reading.tx(), wanted, some.items(), notes);
        List<Mention> mentions = some.items().stream()
                .flatMap(place -> texts.mention(place).stream())
                .toList();
        return new Mentions(customers, mentions, some.next());
    }

    @Override
    public RebuiltReferences rebuildReferences(PageRequest page) {
        return gate.enter(Permission.SEARCH_MANAGE, page.size())
                .write(writing -> new RebuildingReferences(writing.tx(), index).page(page));
    }

    @Override
    public IndexCheck verifyIndex(PageRequest page) {
        return gate.read(
                Permission.SEARCH_MANAGE,
                page,
                reading -> new CheckingIndex(reading.tx().customerIndex(), page).verify());
    }

    @Override
    public IndexCheck rebuildIndex(PageRequest page) {
        return gate.enter(Permission.SEARCH_MANAGE, page.size())
                .write(writing -> new CheckingIndex(writing.tx().customerIndex(), page).rebuild());
    }
}
