package io.crmkit.verify.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.actor.CustomerId;
import io.crmkit.automation.ShippedRules;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.notification.NoticeChannel;
import io.crmkit.notification.Notification;
import io.crmkit.notification.TemplateKey;
import io.crmkit.staff.Agent;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.CommentOnTicket;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.verify.Desk;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What notices say, and what they never say. */
class NoticeTextTest {
    private static final String GIVEN = "Zubeneschamali";
    private static final List<String> PERSONAL =
            List.of(GIVEN, "Sulafat", "912345", "zuben", "Vindemiatrix", "Sadalsuud", "leila", "sara", "Mirzam");

    private final Desk desk = Desk.staffed();

    NoticeTextTest() {
        desk.host().automation().save(ShippedRules.solvedNotice());
        desk.host().automation().save(ShippedRules.nightShift());
    }

    @ParameterizedTest
    @CsvSource({
        "fa, fa, درخواست شما دریافت شد و در حال بررسی است.",
        "fa-AF, fa, درخواست شما دریافت شد و در حال بررسی است.",
        "ta, ta, உங்கள் கோரிக்கை பெறப்பட்டது; பரிசீலனையில் உள்ளது.",
        "ta-LK, ta, உங்கள் கோரிக்கை பெறப்பட்டது; பரிசீலனையில் உள்ளது.",
        "en-GB, en, Your request was received and is being examined.",
        "de, en, Your request was received and is being examined."
    })
    void theCustomerIsToldInHisLanguage(String language, String textLanguage, String text) {
        Ticket ticket = open(language);
        desk.pass(Duration.ZERO);

        assertThat(desk.sent(TemplateKey.TICKET_RECEIVED)).singleElement().satisfies(notice -> {
            assertThat(notice.language()).isEqualTo(textLanguage);
            assertThat(notice.text()).startsWith(text);
            assertThat(digits(notice.text())).isEqualTo(ticket.number().toString());
        });
    }

    @Test
    void numbersInPersianTextsHavePersianDigitsAndStandInIsolates() {
        Ticket ticket = open("fa");
        desk.pass(Duration.ofHours(24));

        String received = desk.sent(TemplateKey.TICKET_RECEIVED).get(0).text();
        String unanswered = desk.sent(TemplateKey.TICKET_UNANSWERED).get(0).text();

        assertThat(received).contains("\u2068" + persian(ticket.number().toString()) + "\u2069");
        assertThat(unanswered).contains("\u2068۲۰۲۶-۰۳-۲۰ ۱۴:۴۶ UTC\u2069").doesNotContainPattern("[0-9]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ta"})
    void textsFromLeftToRightHaveNeitherIsolatesNorPersianDigits(String language) {
        desk.reply(open(language), TicketStatus.SOLVED);
        desk.pass(Duration.ZERO);

        assertThat(desk.notifier.sent())
                .filteredOn(notice -> notice.channel() == NoticeChannel.SMS)
                .hasSize(3)
                .allSatisfy(notice -> assertThat(notice.subject() + notice.text())
                        .doesNotContain("\u2068", "\u2069")
                        .doesNotContainPattern("[۰-۹]"));
    }

    @Test
    void agentsAreToldInALanguageOfTheirs() {
        open("ta");
        desk.pass(Duration.ofHours(24));
        assertThat(desk.sent(TemplateKey.TICKET_UNANSWERED).get(0).language()).isEqualTo("fa");
        desk.host().staff().save(Agent.of("leila", "Leila"));

        open("fa");
        desk.pass(Duration.ofHours(24));

        assertThat(desk.sent(TemplateKey.TICKET_UNANSWERED).get(1).language()).isEqualTo("en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa", "ta", "en"})
    void noTextHoldsPersonalData(String language) {
        Ticket ticket = open(language);
        desk.sara().tickets().comment(CommentOnTicket.on(ticket.id(), "Mirzam"));
        desk.pass(Duration.ofHours(24));
        desk.reply(ticket, TicketStatus.SOLVED);
        desk.pass(Duration.ZERO);

        assertThat(desk.notifier.sent())
                .extracting(Notification::template)
                .hasSize(5)
                .doesNotHaveDuplicates();
        for (Notification notice : desk.notifier.sent()) {
            assertThat(notice.subject() + notice.text()).doesNotContain(PERSONAL);
            assertThat(notice.toString()).doesNotContain(PERSONAL).doesNotContain("+98");
            assertThat(notice.dedupeKey()).doesNotContain(PERSONAL).hasSizeLessThanOrEqualTo(200);
            assertThat(notice.subject()).doesNotContain("{{", "\n");
            assertThat(notice.text()).doesNotContain("{{");
        }
    }

    private Ticket open(String language) {
        CustomerId customer = desk.host()
                .customers()
                .register(RegisterCustomer.named(GIVEN, "Sulafat")
                        .phone("+989123456789")
                        .email("zuben@example.com")
                        .language(language))
                .id();
        return desk.host().tickets().open(OpenTicket.of(customer, Channel.WEB, "Vindemiatrix", "Sadalsuud"));
    }

    private static String digits(String text) {
        return text.codePoints()
                .filter(Character::isDigit)
                .map(c -> '0' + Character.digit(c, 10))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String persian(String number) {
        return number.chars()
                .map(c -> c - '0' + '۰')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
