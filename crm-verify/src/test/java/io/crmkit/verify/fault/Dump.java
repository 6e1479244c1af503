package io.crmkit.verify.fault;

import io.crmkit.customer.Customer;
import io.crmkit.note.Note;
import io.crmkit.page.SortOrder;
import io.crmkit.spi.storage.AuditCriteria;
import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.CustomerCriteria;
import io.crmkit.spi.storage.MessageKind;
import io.crmkit.spi.storage.NameMatch;
import io.crmkit.spi.storage.NoteCriteria;
import io.crmkit.spi.storage.NotificationCriteria;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.ReferenceCriteria;
import io.crmkit.spi.storage.Slice;
import io.crmkit.spi.storage.TextKind;
import io.crmkit.spi.storage.TicketCriteria;
import io.crmkit.staff.Team;
import io.crmkit.ticket.Ticket;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** All records of a storage, by store: two dumps are equal if nothing was changed. */
public final class Dump {
    private static final Slice EVERYTHING = Slice.first(SortOrder.OLDEST_FIRST, 10_000);
    private static final String BEGINNINGS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ<";
    private static final Instant LONG_AFTER = Instant.parse("2100-01-01T00:00:00Z");

    private Dump() {}

    public static Map<String, List<?>> of(CrmStorage storage) {
        return storage.inTransaction(tx -> {
            Map<String, List<?>> all = new TreeMap<>();
            people(tx, all);
            conversations(tx, all);
            all.put("references", references(tx));
            all.put("rules", tx.rules().rules());
            all.put("executions", tx.rules().executions(Reach.all(), EVERYTHING));
            all.put("due", tx.due().due(LONG_AFTER, 10_000));
            all.put(
                    "notifications",
                    tx.outbox()
                            .list(
                                    new NotificationCriteria(
                                            Reach.all(),
                                            Optional.empty(),
                                            Optional.empty(),
                                            Optional.empty(),
                                            Optional.empty()),
                                    EVERYTHING));
            all.put("attachments", tx.attachments().byStoredName(Optional.empty(), 10_000));
            all.put("uploads", uploads(tx));
            all.put("audit", tx.audit().list(AuditCriteria.within(Reach.all()), EVERYTHING));
            return all;
        });
    }

    /** What texts name, by kind of text and first character of the name. */
    private static List<String> references(CrmTransaction tx) {
        List<String> places = new ArrayList<>();
        for (TextKind kind : TextKind.values()) {
            BEGINNINGS.chars().mapToObj(Character::toString).forEach(beginning -> {
                ReferenceCriteria criteria = ReferenceCriteria.of(kind, NameMatch.begins(beginning), Reach.all());
                tx.references().list(criteria, EVERYTHING).forEach(place -> places.add(beginning + " " + place));
            });
        }
        return places;
    }

    /** How many records there are of each kind. */
    static Map<String, Integer> sizes(CrmStorage storage) {
        Map<String, Integer> sizes = new TreeMap<>();
        of(storage).forEach((name, records) -> sizes.put(name, records.size()));
        return sizes;
    }

    /** What sara uploaded in the month of the desks. */
    private static List<Integer> uploads(CrmTransaction tx) {
        return IntStream.rangeClosed(1, 31)
                .mapToObj(day -> tx.uploads().counted("agent sara", LocalDate.of(2026, 3, day)))
                .flatMap(files -> Collections.nCopies(files, 1).stream())
                .toList();
    }

    private static void people(CrmTransaction tx, Map<String, List<?>> all) {
        List<Customer> customers = tx.customers().list(CustomerCriteria.within(Reach.all()), EVERYTHING);
        all.put("customers", customers);
        all.put("attributes", tx.customers().attributes());
        all.put(
                "activities",
                customers.stream()
                        .flatMap(c -> tx.activities().counts(c.id()).stream())
                        .toList());
        List<Team> teams = tx.staff().teams();
        all.put("teams", teams);
        all.put(
                "agents",
                teams.stream().flatMap(t -> tx.staff().agents(t.id()).stream()).toList());
        all.put(
                "shifts",
                teams.stream().flatMap(t -> tx.staff().shifts(t.id()).stream()).toList());
    }

    private static void conversations(CrmTransaction tx, Map<String, List<?>> all) {
        NoteCriteria withDeleted =
                new NoteCriteria(Reach.all(), Optional.empty(), Optional.empty(), List.of(), true, Optional.empty());
        List<Note> notes = tx.notes().list(withDeleted, EVERYTHING);
        all.put("notes", notes);
        all.put(
                "revisions",
                notes.stream()
                        .flatMap(n -> tx.notes().revisions(n.id()).stream())
                        .toList());
        List<Ticket> tickets = tx.tickets().list(TicketCriteria.within(Reach.all()), EVERYTHING);
        all.put("tickets", tickets);
        all.put(
                "events",
                tickets.stream()
                        .flatMap(t -> tx.ticketEvents().of(t.id()).stream())
                        .toList());
        all.put(
                "messages",
                tickets.stream()
                        .flatMap(t -> tx.messages().list(t.id(), EnumSet.allOf(MessageKind.class), EVERYTHING).stream())
                        .toList());
    }
}
