package io.crmkit.verify.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.CrmSession;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Role;
import io.crmkit.actor.TeamId;
import io.crmkit.customer.CustomerQuery;
import io.crmkit.customer.FoundCustomers;
import io.crmkit.error.PermissionDeniedException;
import io.crmkit.note.FoundNotes;
import io.crmkit.note.NoteQuery;
import io.crmkit.page.Page;
import io.crmkit.page.PageRequest;
import io.crmkit.search.FoundTickets;
import io.crmkit.search.Mentions;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.TicketContext;
import io.crmkit.ticket.TicketId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a role may not see shows on no surface: a canary stands in each such place, and is looked for everywhere. */
class LeakTest {
    private static final PageRequest ONE = PageRequest.first(1);

    private final CanaryDesk desk = new CanaryDesk();

    @ParameterizedTest
    @EnumSource(Role.class)
    void noSurfaceShowsWhatTheRoleMayNotSee(Role role, TestReporter reporter) {
        Map<String, List<Object>> surfaces = Surfaces.of(desk, desk.as(role));
        List<String> hits = new ArrayList<>();
        int checks = 0;
        for (Canary canary : forbidden(role)) {
            for (Map.Entry<String, List<Object>> surface : surfaces.entrySet()) {
                checks++;
                if (Texts.in(surface.getValue()).stream().anyMatch(canary::isIn)) {
                    hits.add(canary.where() + " in " + surface.getKey());
                }
            }
        }
        reporter.publishEntry("surfaces, canary checks for " + role, surfaces.size() + ", " + checks);

        assertThat(hits).isEmpty();
        assertThat(surfaces).hasSizeGreaterThanOrEqualTo(13);
    }

    /** Otherwise nothing would be proved by canaries that nobody ever sees. */
    @Test
    void eachCanaryIsSeenByEachRoleThatMaySeeIt() {
        List<String> missed = new ArrayList<>();
        for (Role role : Role.values()) {
            Map<String, List<Object>> surfaces = Surfaces.of(desk, desk.as(role));
            List<String> texts = surfaces.values().stream()
                    .flatMap(found -> Texts.in(found).stream())
                    .toList();
            desk.canaries.stream()
                    .filter(canary -> canary.readers().contains(role))
                    .filter(canary -> texts.stream().noneMatch(canary::isIn))
                    .forEach(canary -> missed.add(role + ": " + canary.where()));
        }

        assertThat(missed).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void noSearchFindsByWhatTheRoleMayNotSee(Role role, TestReporter reporter) {
        CrmSession session = desk.as(role);
        List<String> hits = new ArrayList<>();
        int searches = 0;
        for (Canary canary : forbidden(role)) {
            for (String guess : guesses(canary, role)) {
                searches++;
                if (finds(session, guess)) {
                    hits.add(canary.where() + " by " + guess);
                }
            }
        }
        reporter.publishEntry("searches for " + role, Integer.toString(searches));

        assertThat(hits).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void nothingThatIsPrintedShowsAnyCanaryToAnybody(Role role) {
        List<String> printed = Surfaces.of(desk, desk.as(role)).values().stream()
                .flatMap(found -> Texts.printed(found).stream())
                .filter(text -> desk.canaries.stream().anyMatch(canary -> canary.isIn(text)))
                .toList();

        assertThat(printed).isEmpty();
    }

    @Test
    void noLogShowsAnyCanary() {
        List<String> log = new ArrayList<>();
        Handler handler = listening(log);
        Logger root = Logger.getLogger("");
        root.addHandler(handler);
        try {
            CanaryDesk noisy = new CanaryDesk();
            noisy.clock.advance(Duration.ofHours(30));
            noisy.crm.runDue();
            for (Role role : Role.values()) {
                Surfaces.of(noisy, noisy.as(role));
            }
        } finally {
            root.removeHandler(handler);
        }

        assertThat(log).isNotEmpty();
        assertThat(log).noneSatisfy(line -> assertThat(line).contains("912555"));
        assertThat(log).noneMatch(line -> desk.canaries.stream().anyMatch(canary -> canary.isIn(line)));
    }

    @Test
    void activitiesBesideATicketReachAsFarAsActivitiesThemselves() {
        CustomerId foreign = desk.sides.get(1).customer();
        TicketId lent = desk.host
                .tickets()
                .open(OpenTicket.of(foreign, Channel.WEB, "KYC", "சரிபார்ப்பு"))
                .id();

        TicketContext seen = desk.as(Role.SUPPORT_AGENT).tickets().context(lent);

        assertThat(seen.ticket().team()).isEqualTo(TeamId.SUPPORT);
        assertThat(seen.activities()).isEmpty();
        assertThat(seen.otherTickets()).isEmpty();
        assertThat(seen.customer().masked()).contains("contact.PHONE");
    }

    private List<Canary> forbidden(Role role) {
        return desk.canaries.stream()
                .filter(canary -> !canary.readers().contains(role))
                .toList();
    }

    /** Guesses that do not also occur in something that the role may see. */
    private List<String> guesses(Canary canary, Role role) {
        return canary.guesses().stream()
                .filter(guess -> desk.canaries.stream()
                        .filter(other -> other.readers().contains(role))
                        .noneMatch(other ->
                                other.text().toLowerCase(Locale.ROOT).contains(guess.toLowerCase(Locale.ROOT))))
                .toList();
    }

    /** Whether a search tells anything: an item, or a page behind the first. */
    private static boolean finds(CrmSession session, String words) {
        return tells(() -> page(session.customers().search(CustomerQuery.containing(words), ONE)))
                || tells(() -> page(session.customers().suggest(words, 1)))
                || tells(() -> session.notes().list(NoteQuery.all().containing(words), ONE))
                || tells(() ->
                        session.notes().list(NoteQuery.all().containing(words).withDeleted(), ONE))
                || tells(() -> page(session.notes().search(words, ONE)))
                || tells(() -> page(session.search().tickets(words, ONE)))
                || tells(() -> page(session.search().about(words, ONE)));
    }

    private static Page<?> page(FoundNotes found) {
        return new Page<>(found.hits(), found.next());
    }

    private static Page<?> page(FoundTickets found) {
        return new Page<>(found.hits(), found.next());
    }

    private static Page<?> page(Mentions found) {
        return found.customers().isEmpty()
                ? new Page<>(found.texts(), found.next())
                : new Page<>(found.customers(), found.next());
    }

    private static Page<?> page(FoundCustomers found) {
        return new Page<>(found.hits(), found.next());
    }

    private static boolean tells(Supplier<Page<?>> search) {
        try {
            Page<?> page = search.get();
            return !page.items().isEmpty() || page.next().isPresent();
        } catch (PermissionDeniedException e) {
            return false;
        }
    }

    private static Handler listening(List<String> log) {
        return new Handler() {
            @Override
            public void publish(LogRecord entry) {
                StringBuilder text = new StringBuilder(entry.getMessage() + Arrays.toString(entry.getParameters()));
                for (Throwable cause = entry.getThrown(); cause != null; cause = cause.getCause()) {
                    text.append(cause);
                }
                log.add(text.toString());
            }

            @Override
            public void flush() {
                // keeps nothing back
            }

            @Override
            public void close() {
                // holds nothing
            }
        };
    }
}
