package io.crmkit.examples.lostorder;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Role;
import io.crmkit.actor.TeamId;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerQuery;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.examples.Console;
import io.crmkit.examples.SimulatedClock;
import io.crmkit.id.SubjectRef;
import io.crmkit.note.AddNote;
import io.crmkit.note.DeleteNote;
import io.crmkit.note.Note;
import io.crmkit.note.NoteHit;
import io.crmkit.page.PageRequest;
import io.crmkit.spi.limit.LimitDecision;
import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.text.MatchedBy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** A desk with very many notes, one of which names the order that a customer asks for. */
final class LostOrder implements AutoCloseable {
    private static final String WRITTEN = "کد رهگیری: ۱۲۳۴-۵۶۷۸ ۹۰۱۲";
    private static final List<String> TYPED = List.of("123456789012", "۱۲۳۴۵۶۷۸۹۰۱۲", "1234-5678-9012");
    private static final SubjectRef ELSEWHERE = SubjectRef.order("OLD-77310");
    private static final Instant FIRST_DAY = Instant.parse("2026-01-01T06:30:00Z");
    private static final int CUSTOMERS = 500;
    private static final List<String> TEXTS = List.of(
            "مشتری تماس گرفت: سفارش %d هنوز نرسیده",
            "கட்டண எண் %d சரிபார்க்கப்பட்டது",
            "Deposit %d was credited after two confirmations",
            "کد رهگیری %d به واحد مالی داده شد");

    private final SimulatedClock clock = new SimulatedClock(FIRST_DAY);
    private final CountedCalls storage;
    private final Crm crm;
    private final CrmSession sara;
    private final Console console;
    private final Random random = new Random(7);
    private boolean good = true;

    LostOrder(CrmStorage storage, Console console) {
        this.storage = new CountedCalls(storage);
        this.crm = Crm.builder()
                .storage(this.storage)
                .clock(clock)
                .rateLimiter((key, cost) -> LimitDecision.allow())
                .build();
        this.sara = crm.as(Actor.agent("sara", Role.SUPPORT_AGENT));
        this.console = console;
    }

    /**
     * Writes so many notes about other numbers, and a live and a deleted one about the order.
     *
     * @throws IllegalStateException if others are there already
     */
    void write(int notes) {
        if (!sara.customers()
                .search(CustomerQuery.all(), PageRequest.first(1))
                .hits()
                .isEmpty()) {
            throw new IllegalStateException("the database holds customers already: give an empty one");
        }
        List<CustomerId> customers = new ArrayList<>();
        for (int i = 0; i < Math.min(CUSTOMERS, notes); i++) {
            customers.add(sara.customers()
                    .register(RegisterCustomer.named("مشتری", Integer.toString(i)))
                    .id());
        }
        Customer salehi = sara.customers().register(RegisterCustomer.named("مریم", "صالحی"));
        long begin = System.nanoTime();
        for (int i = 0; i < notes - 1; i++) {
            clock.advance(Duration.ofSeconds(30));
            if (i == notes / 3) {
                sara.notes()
                        .add(AddNote.about(salehi.id(), "<p>پول پرداخت شده. " + WRITTEN + "</p>")
                                .on(ELSEWHERE));
            }
            String text = String.format(Locale.ROOT, TEXTS.get(i % TEXTS.size()), number());
            sara.notes().add(AddNote.about(customers.get(i % customers.size()), "<p>" + text + "</p>"));
        }
        Note copy = sara.notes().add(AddNote.about(salehi.id(), "<p>" + WRITTEN + "</p>"));
        sara.notes().delete(DeleteNote.own(copy.id()));
        long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
        console.print(notes + " notes of " + (customers.size() + 1) + " customers, and a deleted one; written in "
                + seconds + " s");
    }

    /** Twelve digits, never those of the order. */
    private long number() {
        return 200_000_000_000L + random.nextInt(1_000_000_000);
    }

    /** Searches in all writings. @return whether each found what it should */
    boolean search() {
        TYPED.forEach(typed -> look(
                typed, () -> sara.notes().search(typed, PageRequest.first(10)).hits()));
        look(
                "12345678",
                () -> sara.notes().search("12345678", PageRequest.first(10)).hits());
        look("89012", () -> sara.notes().search("89012", PageRequest.first(200)).hits());
        CrmSession other = crm.as(Actor.agent("tara", Role.TECH_AGENT).in(TeamId.of("chain")));
        int seen =
                other.notes().search(TYPED.get(0), PageRequest.first(10)).hits().size();
        check(seen == 0, "An agent of another team, who may not see that customer, finds " + seen + " notes");
        return good;
    }

    private void look(String typed, Supplier<List<NoteHit>> search) {
        List<NoteHit> warmUp = search.get();
        int before = storage.calls();
        long begin = System.nanoTime();
        List<NoteHit> hits = search.get();
        double millis = (System.nanoTime() - begin) / 1_000_000.0;
        int calls = storage.calls() - before;
        Optional<NoteHit> found =
                hits.stream().filter(hit -> hit.note().text().contains(WRITTEN)).findFirst();
        console.print(String.format(
                Locale.ROOT, "%s: %d found in %.2f ms by %d calls of the storage", typed, hits.size(), millis, calls));
        boolean first = hits.equals(warmUp)
                && found.isPresent()
                && (hits.get(0).equals(found.get()) || found.get().match().by() == MatchedBy.ENDING);
        check(first, found.map(this::line).orElse("The note is not among them"));
    }

    private String line(NoteHit hit) {
        Note note = hit.note();
        Customer customer = sara.customers().get(note.customer());
        String matched =
                hit.match().snippet().substring(hit.match().from(), hit.match().to());
        return customer.names().given() + " " + customer.names().family() + ", note by "
                + note.author().id() + " of " + note.createdAt() + ", about "
                + note.subjects().get(0) + ": «"
                + hit.match().snippet() + "», by " + matched + " ("
                + hit.match().by() + ")";
    }

    private void check(boolean holds, String line) {
        good &= holds;
        console.print((holds ? "✔  " : "✘  ") + line);
    }

    @Override
    public void close() {
        crm.close();
    }
}
