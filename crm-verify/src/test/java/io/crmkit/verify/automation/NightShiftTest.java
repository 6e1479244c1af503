package io.crmkit.verify.automation;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.TeamId;
import io.crmkit.automation.ShippedRules;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.notification.TemplateKey;
import io.crmkit.staff.Agent;
import io.crmkit.staff.AgentState;
import io.crmkit.staff.Shift;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.verify.Desk;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** New tickets go to whoever is on duty and speaks the language. */
class NightShiftTest {
    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");

    private final Desk desk = Desk.staffed();
    private final CustomerId ali = desk.ali().id();

    NightShiftTest() {
        desk.host().staff().save(Agent.of("kamala", "கமலா").speaking("ta", "en"));
        desk.host().staff().save(night("sara", "omid", "kamala"));
        desk.host().automation().save(ShippedRules.nightShift());
    }

    @ParameterizedTest
    @CsvSource({
        "21:59:59.999999, false",
        "22:00, true",
        "23:59:59.999999, true",
        "00:00, true",
        "03:00, true",
        "05:59:59.999999, true",
        "06:00, false",
        "12:00, false"
    })
    void theNightLastsFromTenToSix(String time, boolean covered) {
        desk.clock.set(LocalDate.of(2026, 4, 1)
                .atTime(LocalTime.parse(time))
                .atZone(TEHRAN)
                .toInstant());

        Ticket ticket = desk.open(ali);

        assertThat(ticket.assignee().isPresent()).isEqualTo(covered);
        assertThat(ticket.status()).isEqualTo(covered ? TicketStatus.OPEN : TicketStatus.NEW);
    }

    @ParameterizedTest
    @CsvSource({"fa, omid", "fa-AF, omid", "ta, kamala", "ta-IN, kamala", "en-GB, kamala"})
    void theAgentSpeaksTheLanguageAndTheFirstByIdWins(String language, String agent) {
        night();

        assertThat(desk.open(speaking(language)).assignee()).contains(new ActorId(agent));
    }

    @Test
    void theAgentWithTheFewestOpenTicketsGetsIt() {
        night();

        Ticket first = desk.open(ali);
        Ticket second = desk.open(ali);
        desk.reply(first, TicketStatus.SOLVED);
        Ticket third = desk.open(ali);
        Ticket fourth = desk.open(ali);

        assertThat(List.of(first, second, third, fourth))
                .extracting(ticket -> ticket.assignee().orElseThrow().value())
                .containsExactly("omid", "sara", "omid", "omid");
    }

    @Test
    void whoIsAwayHasLeftOrIsOfAnotherTeamGetsNothing() {
        night();
        desk.host().staff().save(Agent.of("omid", "امید").speaking("fa").state(AgentState.AWAY));
        desk.host().staff().save(Agent.of("sara", "سارا").speaking("fa").state(AgentState.DEACTIVATED));

        assertThat(desk.open(ali).assignee()).isEmpty();
    }

    @Test
    void whenNobodyIsOnDutyTheLeadIsToldOnceAndTheTicketStaysInTheQueue() {
        desk.clock.set(Instant.parse("2026-04-01T08:30:00Z"));

        Ticket ticket = desk.open(ali);
        desk.write(ticket);
        desk.pass(Duration.ZERO);
        desk.pass(Duration.ofHours(1));

        assertThat(desk.stored(ticket).status()).isEqualTo(TicketStatus.NEW);
        assertThat(desk.stored(ticket).assignee()).isEmpty();
        assertThat(desk.stored(ticket).team()).isEqualTo(TeamId.SUPPORT);
        assertThat(desk.sent(TemplateKey.NOBODY_ON_DUTY))
                .singleElement()
                .satisfies(notice -> assertThat(notice.to()).isEqualTo("leila"));
    }

    @Test
    void nobodyWhoSpeaksTheLanguageIsNobody() {
        night();

        desk.open(speaking("de"));
        desk.pass(Duration.ZERO);

        assertThat(desk.sent(TemplateKey.NOBODY_ON_DUTY)).hasSize(1);
    }

    @Test
    void theNightLastsOverTheChangeOfClocks() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Shift shift = Shift.daily("n", LocalTime.of(22, 0), LocalTime.of(6, 0), berlin, "sara");

        for (String night : List.of("2026-03-28", "2026-10-24")) {
            LocalDate evening = LocalDate.parse(night);
            assertThat(shift.covers(evening.atTime(21, 59).atZone(berlin).toInstant()))
                    .isFalse();
            assertThat(shift.covers(evening.atTime(22, 0).atZone(berlin).toInstant()))
                    .isTrue();
            assertThat(shift.covers(
                            evening.plusDays(1).atTime(5, 59).atZone(berlin).toInstant()))
                    .isTrue();
            assertThat(shift.covers(
                            evening.plusDays(1).atTime(6, 0).atZone(berlin).toInstant()))
                    .isFalse();
        }
    }

    @Test
    void aNightBelongsToTheDayOnWhichItBegins() {
        Shift friday = new Shift(
                "friday",
                TeamId.SUPPORT,
                Set.of(DayOfWeek.FRIDAY),
                LocalTime.of(22, 0),
                LocalTime.of(6, 0),
                TEHRAN,
                Set.of(new ActorId("sara")));
        LocalDate day = LocalDate.of(2026, 4, 3);

        assertThat(friday.covers(day.atTime(5, 0).atZone(TEHRAN).toInstant())).isFalse();
        assertThat(friday.covers(day.atTime(22, 0).atZone(TEHRAN).toInstant())).isTrue();
        assertThat(friday.covers(day.plusDays(1).atTime(5, 0).atZone(TEHRAN).toInstant()))
                .isTrue();
        assertThat(friday.covers(day.plusDays(1).atTime(22, 0).atZone(TEHRAN).toInstant()))
                .isFalse();
    }

    private void night() {
        desk.clock.set(Instant.parse("2026-03-31T23:30:00Z"));
    }

    private CustomerId speaking(String language) {
        return desk.host()
                .customers()
                .register(RegisterCustomer.named("مشتری", "شب").language(language))
                .id();
    }

    private static Shift night(String... members) {
        return Shift.daily("night", LocalTime.of(22, 0), LocalTime.of(6, 0), TEHRAN, members);
    }
}
