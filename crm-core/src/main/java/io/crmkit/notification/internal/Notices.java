package io.crmkit.notification.internal;

import io.crmkit.actor.ActorId;
import io.crmkit.customer.Contact;
import io.crmkit.customer.ContactType;
import io.crmkit.customer.Customer;
import io.crmkit.internal.access.Writing;
import io.crmkit.internal.template.MessageTemplate;
import io.crmkit.internal.template.RenderedMessage;
import io.crmkit.internal.template.TemplateBundle;
import io.crmkit.notification.NoticeChannel;
import io.crmkit.notification.NoticeRecipient;
import io.crmkit.notification.Notification;
import io.crmkit.notification.NotificationId;
import io.crmkit.notification.TemplateKey;
import io.crmkit.page.SortOrder;
import io.crmkit.spi.storage.NotificationCriteria;
import io.crmkit.spi.storage.Position;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import io.crmkit.staff.Agent;
import io.crmkit.staff.Team;
import io.crmkit.ticket.Ticket;
import io.crmkit.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Writes notices into the outbox, in the transaction of their cause. */
public final class Notices {
    private static final DateTimeFormatter SINCE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final int BATCH = 200;

    private final TemplateBundle templates = TemplateBundle.load();

    /** Says whether there is such a text. */
    public boolean knows(TemplateKey template) {
        return TemplateBundle.KEYS.contains(template.value());
    }

    /**
     * Writes a notice about a ticket, unless it is there already or nobody can be reached.
     *
     * @param cause what makes it one of a kind: the rule and what made it act
     */
    public void send(Writing writing, TemplateKey template, NoticeRecipient recipient, Ticket ticket, String cause) {
        address(writing, recipient, ticket).ifPresent(address -> {
            MessageTemplate text = templates.find(template.value(), Locale.forLanguageTag(address.language()));
            RenderedMessage message = text.render(values(ticket, text.language()));
            writing.tx()
                    .outbox()
                    .append(new Notification(
                            new NotificationId(writing.newId()),
                            1,
                            template + ":" + recipient + ":" + ticket.id() + ":" + cause,
                            address.channel(),
                            address.to(),
                            template,
                            text.language().toLanguageTag(),
                            message.subject(),
                            message.text(),
                            ticket.id(),
                            ticket.customer(),
                            ticket.team(),
                            writing.now(),
                            Notification.Delivery.due(writing.now())));
        });
    }

    /** Says whether the recipient was sent this text within the time before now; so long ago exactly is no longer within. */
    public boolean sentWithin(
            Writing writing, TemplateKey template, NoticeRecipient recipient, Ticket ticket, Duration time) {
        boolean customer = recipient == NoticeRecipient.CUSTOMER;
        Instant end = writing.now().plus(1, ChronoUnit.MICROS);
        NotificationCriteria criteria = new NotificationCriteria(
                Reach.all(),
                Optional.empty(),
                customer ? Optional.of(ticket.customer()) : Optional.empty(),
                Optional.of(template),
                Optional.of(new TimeRange(end.minus(time), end)));
        return address(writing, recipient, ticket)
                .filter(address -> any(
                        writing,
                        criteria,
                        notice -> customer
                                ? notice.channel() != NoticeChannel.AGENT
                                : notice.channel() == NoticeChannel.AGENT
                                        && notice.to().equals(address.to())))
                .isPresent();
    }

    private static boolean any(Writing writing, NotificationCriteria criteria, Predicate<Notification> wanted) {
        Optional<Position> after = Optional.empty();
        List<Notification> found;
        do {
            found = writing.tx().outbox().list(criteria, new Slice(SortOrder.NEWEST_FIRST, after, BATCH));
            if (found.stream().anyMatch(wanted)) {
                return true;
            }
            after = found.isEmpty() ? after : Optional.of(position(found.get(found.size() - 1)));
        } while (found.size() == BATCH);
        return false;
    }

    private static Position position(Notification notice) {
        return new Position(notice.createdAt(), notice.id().value());
    }

    private record Address(NoticeChannel channel, String to, String language) {}

    private static Optional<Address> address(Writing writing, NoticeRecipient recipient, Ticket ticket) {
        return switch (recipient) {
            case CUSTOMER -> customer(writing, ticket);
            case ASSIGNEE -> ticket.assignee().map(id -> agent(writing, id));
            case TEAM_LEAD ->
                writing.tx().staff().team(ticket.team()).flatMap(Team::lead).map(id -> agent(writing, id));
        };
    }

    private static Optional<Address> customer(Writing writing, Ticket ticket) {
        Customer customer =
                writing.tx().customers().hold(ticket.customer(), Reach.all()).orElseThrow();
        boolean mail = customer.preferredChannel().equals(Optional.of(ContactType.EMAIL))
                && customer.contact(ContactType.EMAIL).isPresent();
        Optional<Contact> phone = customer.contact(ContactType.PHONE).filter(contact -> !mail);
        return phone.or(() -> customer.contact(ContactType.EMAIL))
                .map(contact -> new Address(
                        phone.isPresent() ? NoticeChannel.SMS : NoticeChannel.EMAIL,
                        contact.value(),
                        ticket.language()));
    }

    private static Address agent(Writing writing, ActorId id) {
        String language = writing.tx().staff().agent(id).map(Agent::languages).orElse(Set.of()).stream()
                .sorted()
                .findFirst()
                .orElse("en");
        return new Address(NoticeChannel.AGENT, id.value(), language);
    }

    private static Map<String, String> values(Ticket ticket, Locale language) {
        String number = ticket.number().toString();
        String since = SINCE.format(ticket.clock().waitingSince().orElse(ticket.createdAt()));
        boolean persian = language.getLanguage().equals("fa");
        return Map.of(
                "number", persian ? persianDigits(number) : number, "since", persian ? persianDigits(since) : since);
    }

    private static String persianDigits(String text) {
        return text.chars()
                .map(c -> c >= '0' && c <= '9' ? c - '0' + '۰' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
