package io.crmkit.verify.ticket;

import static io.crmkit.verify.Desk.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.actor.CustomerId;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.error.InvalidRequestException;
import io.crmkit.error.NotFoundException;
import io.crmkit.error.PermissionDeniedException;
import io.crmkit.ticket.RateTicket;
import io.crmkit.ticket.Rating;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketEventKind;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.verify.Desk;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The customer's judgement. */
class RatingTest {
    private final Desk desk = Desk.staffed();
    private final CustomerId customer = desk.ali().id();
    private final Ticket solved = desk.reply(desk.open(customer), TicketStatus.SOLVED);

    @Test
    void aSolvedTicketIsRatedAndTheRatingMayBeChanged() {
        Ticket rated = rate(2);
        desk.clock.advance(Duration.ofDays(1));
        Ticket changed = rate(5);

        assertThat(rated.rating()).map(Rating::stars).contains(2);
        assertThat(changed.rating()).contains(new Rating(5, "خوب بود", desk.clock.instant()));
        assertThat(changed.status()).isEqualTo(TicketStatus.SOLVED);
        assertThat(desk.admin().tickets().history(solved.id()))
                .filteredOn(e -> e.kind() == TicketEventKind.RATED)
                .extracting(e -> e.from().orElse("") + ">" + e.to().orElseThrow())
                .containsExactly(">2", "2>5");
    }

    @Test
    void sevenDaysAfterTheSolveIsTheLastMoment() {
        desk.pass(Duration.ofDays(7));
        assertThat(desk.stored(solved).status()).isEqualTo(TicketStatus.CLOSED);

        assertThat(rate(4).rating()).isPresent();
        desk.clock.advance(Duration.ofSeconds(1));

        refusal(InvalidRequestException.class, () -> rate(1));
        assertThat(desk.stored(solved).rating()).map(Rating::stars).contains(4);
    }

    @Test
    void theLastSolveCounts() {
        desk.clock.advance(Duration.ofDays(6));
        desk.write(solved);
        desk.reply(solved, TicketStatus.SOLVED);

        desk.clock.advance(Duration.ofDays(7));

        assertThat(rate(3).rating()).isPresent();
    }

    @ParameterizedTest
    @EnumSource(names = {"OPEN", "PENDING", "ON_HOLD"})
    void aTicketThatIsNotSolvedIsNotRated(TicketStatus status) {
        Ticket never = desk.reply(desk.open(customer), status);
        desk.reply(solved, status);

        refusal(InvalidRequestException.class, () -> rate(1));
        refusal(InvalidRequestException.class, () -> desk.host().tickets().rate(new RateTicket(never.id(), 1, "")));
    }

    @Test
    void starsAreOneToFiveAndTheCommentIsShort() {
        assertThat(Desk.wrongFields(new RateTicket(solved.id(), 0, "x".repeat(2_001))))
                .containsExactly("rating.stars", "rating.comment");
        assertThat(Desk.wrongFields(new RateTicket(solved.id(), 6, ""))).containsExactly("rating.stars");
        assertThat(Desk.wrongFields(new RateTicket(solved.id(), 1, "x".repeat(2_000))))
                .isEmpty();
    }

    @Test
    void somebodyElsesTicketIsNotFoundAndAgentsMayNotRate() {
        CustomerId other = desk.host()
                .customers()
                .register(RegisterCustomer.named("Karthik", "Raja"))
                .id();
        RateTicket command = new RateTicket(solved.id(), 1, "");

        refusal(NotFoundException.class, () -> desk.customer(other).tickets().rate(command));
        refusal(PermissionDeniedException.class, () -> desk.sara().tickets().rate(command));
        refusal(PermissionDeniedException.class, () -> desk.admin().tickets().rate(command));
    }

    private Ticket rate(int stars) {
        return desk.customer(customer).tickets().rate(new RateTicket(solved.id(), stars, "خوب بود"));
    }
}
