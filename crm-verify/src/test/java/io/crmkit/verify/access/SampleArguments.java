package io.crmkit.verify.access;

import io.crmkit.activity.ActivityStatus;
import io.crmkit.activity.ActivityType;
import io.crmkit.activity.RecordActivity;
import io.crmkit.actor.ActorId;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.TeamId;
import io.crmkit.attachment.AttachFile;
import io.crmkit.attachment.AttachedTo;
import io.crmkit.attachment.AttachmentId;
import io.crmkit.attachment.DeleteAttachment;
import io.crmkit.attachment.SweepFiles;
import io.crmkit.automation.Rule;
import io.crmkit.automation.RuleId;
import io.crmkit.automation.ShippedRules;
import io.crmkit.customer.AttributeDefinition;
import io.crmkit.customer.AttributeType;
import io.crmkit.customer.ContactType;
import io.crmkit.customer.CustomerQuery;
import io.crmkit.customer.Identifier;
import io.crmkit.customer.MergeCustomers;
import io.crmkit.customer.MergeId;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.customer.Tier;
import io.crmkit.customer.TimelineQuery;
import io.crmkit.customer.UnmergeCustomers;
import io.crmkit.customer.UpdateCustomer;
import io.crmkit.id.SubjectRef;
import io.crmkit.imports.ImportCustomers;
import io.crmkit.imports.ImportField;
import io.crmkit.money.Money;
import io.crmkit.note.AddNote;
import io.crmkit.note.DeleteNote;
import io.crmkit.note.EditNote;
import io.crmkit.note.NoteId;
import io.crmkit.note.NoteQuery;
import io.crmkit.notification.NotificationId;
import io.crmkit.notification.NotificationQuery;
import io.crmkit.page.PageRequest;
import io.crmkit.report.ActivityQuery;
import io.crmkit.report.CsvFormat;
import io.crmkit.report.ReportId;
import io.crmkit.report.ReportRequest;
import io.crmkit.staff.Agent;
import io.crmkit.staff.Shift;
import io.crmkit.staff.Team;
import io.crmkit.ticket.AssignTicket;
import io.crmkit.ticket.ChangeTicket;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.CommentOnTicket;
import io.crmkit.ticket.MergeTickets;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.Priority;
import io.crmkit.ticket.RateTicket;
import io.crmkit.ticket.ReferTicket;
import io.crmkit.ticket.ReplyToTicket;
import io.crmkit.ticket.TicketId;
import io.crmkit.ticket.TicketNumber;
import io.crmkit.ticket.TicketQuery;
import io.crmkit.ticket.WriteMessage;
import io.crmkit.time.TimeRange;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** One valid argument for each type that a service method takes: the table to extend when a method brings a new one. */
final class SampleArguments {
    private static final CustomerId CUSTOMER = new CustomerId(new UUID(0x0190_0000_0000_7000L, 1));
    private static final TicketId TICKET = new TicketId(new UUID(0x0190_0000_0000_7000L, 2));
    private static final NoteId NOTE = new NoteId(new UUID(0x0190_0000_0000_7000L, 3));
    private static final NotificationId NOTIFICATION = new NotificationId(new UUID(0x0190_0000_0000_7000L, 4));
    private static final Instant NOW = Instant.parse("2026-03-21T00:00:00Z");
    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");
    private static final TimeRange DAY = new TimeRange(NOW, NOW.plusSeconds(86_400));

    private final Map<Type, Object> byType = new HashMap<>();

    SampleArguments() {
        shared();
        customers();
        tickets();
        others();
        files();
    }

    private void files() {
        AttachmentId file = new AttachmentId(new UUID(0x0190_0000_0000_7000L, 6));
        byType.put(AttachmentId.class, file);
        byType.put(AttachedTo.class, AttachedTo.note(NOTE));
        byType.put(AttachFile.class, AttachFile.toNote(NOTE, "رسید.png"));
        byType.put(DeleteAttachment.class, DeleteAttachment.own(file));
        byType.put(SweepFiles.class, SweepFiles.repairing());
    }

    /** A text that begins anew when it was read. */
    private static final class Again extends ByteArrayInputStream {
        Again(String text) {
            super(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public synchronized int read(byte[] buffer, int from, int length) {
            int count = super.read(buffer, from, length);
            if (count < 0) {
                reset();
            }
            return count;
        }
    }

    /** Arguments for a call of the method. */
    Object[] of(Method method) {
        return Arrays.stream(method.getGenericParameterTypes())
                .map(type -> type instanceof ParameterizedType generic ? raw(generic) : type)
                .map(type -> Objects.requireNonNull(byType.get(type), () -> "no sample of " + type + " for " + method))
                .toArray();
    }

    /** Lists of notes are taken by one method, those of objects by another. */
    private static Type raw(ParameterizedType generic) {
        boolean notes = generic.getActualTypeArguments()[0].equals(NoteId.class);
        return notes ? NoteId[].class : generic.getRawType();
    }

    private void shared() {
        byType.put(boolean.class, true);
        byType.put(int.class, 10);
        byType.put(String.class, "شب");
        byType.put(Instant.class, NOW);
        byType.put(OutputStream.class, OutputStream.nullOutputStream());
        byType.put(PageRequest.class, PageRequest.first());
        byType.put(NoteId[].class, List.of(NOTE));
        byType.put(Collection.class, List.of(SubjectRef.order("981")));
        byType.put(CustomerId.class, CUSTOMER);
        byType.put(TicketId.class, TICKET);
        byType.put(NoteId.class, NOTE);
        byType.put(NotificationId.class, NOTIFICATION);
        byType.put(TeamId.class, TeamId.SUPPORT);
        byType.put(ActorId.class, new ActorId("sara"));
        byType.put(RuleId.class, new RuleId("auto-close"));
    }

    private void customers() {
        byType.put(
                RegisterCustomer.class, RegisterCustomer.named("علی", "رضایی").phone("+989123456789"));
        byType.put(UpdateCustomer.class, UpdateCustomer.of(CUSTOMER, 1).tier(Tier.GOLD));
        CustomerId other = new CustomerId(new UUID(0x0190_0000_0000_7000L, 6));
        byType.put(MergeCustomers.class, new MergeCustomers(CUSTOMER, 1, other, 1, Set.of(), Optional.empty()));
        byType.put(
                UnmergeCustomers.class,
                new UnmergeCustomers(new MergeId(new UUID(0x0190_0000_0000_7000L, 7)), 1, Optional.empty()));
        byType.put(
                ImportCustomers.class,
                ImportCustomers.fromCsv()
                        .column("name", ImportField.FAMILY_NAME)
                        .column("phone", ImportField.PHONE));
        byType.put(InputStream.class, new Again("name,phone\nرضایی,09123456789\n"));
        byType.put(Consumer.class, (Consumer<Object>) row -> {});
        byType.put(Identifier.class, Identifier.username("ali_r"));
        byType.put(ContactType.class, ContactType.PHONE);
        byType.put(CustomerQuery.class, CustomerQuery.containing("கவிதா"));
        byType.put(AttributeDefinition.class, AttributeDefinition.of("kyc.level", AttributeType.INTEGER));
        byType.put(TimelineQuery.class, TimelineQuery.of(CUSTOMER));
        byType.put(AddNote.class, AddNote.about(CUSTOMER, "<p>تماس گرفت</p>"));
        byType.put(EditNote.class, new EditNote(NOTE, 1, "<p>called</p>"));
        byType.put(DeleteNote.class, DeleteNote.because(NOTE, "duplicate"));
        byType.put(NoteQuery.class, NoteQuery.about(CUSTOMER));
    }

    private void tickets() {
        byType.put(OpenTicket.class, OpenTicket.of(CUSTOMER, Channel.WEB, "برداشت", "برداشت من انجام نشد"));
        byType.put(WriteMessage.class, WriteMessage.of(TICKET, CUSTOMER, "இன்னும் வரவில்லை"));
        byType.put(ReplyToTicket.class, ReplyToTicket.to(TICKET, "We are looking into it."));
        byType.put(CommentOnTicket.class, CommentOnTicket.on(TICKET, "txid checked"));
        byType.put(ChangeTicket.class, ChangeTicket.of(TICKET, 1).priority(Priority.HIGH));
        byType.put(AssignTicket.class, AssignTicket.to(TICKET, "sara"));
        byType.put(ReferTicket.class, new ReferTicket(TICKET, TeamId.of("tech"), "Where is the transaction?"));
        byType.put(MergeTickets.class, new MergeTickets(TICKET, new TicketId(new UUID(0x0190_0000_0000_7000L, 5))));
        byType.put(RateTicket.class, new RateTicket(TICKET, 5, ""));
        byType.put(TicketNumber.class, new TicketNumber(1));
        byType.put(TicketQuery.class, TicketQuery.all());
    }

    private void others() {
        byType.put(ReportRequest.class, ReportRequest.of(ReportId.TICKETS, DAY, TEHRAN));
        byType.put(CsvFormat.class, CsvFormat.forPrograms());
        byType.put(ActivityQuery.class, ActivityQuery.all());
        byType.put(Agent.class, Agent.of("sara", "سارا کریمی"));
        byType.put(Team.class, Team.ledBy(TeamId.SUPPORT, "sara"));
        byType.put(Shift.class, Shift.daily("شب", LocalTime.of(22, 0), LocalTime.of(6, 0), TEHRAN, "sara"));
        byType.put(Rule.class, ShippedRules.nightShift());
        byType.put(NotificationQuery.class, NotificationQuery.all());
        byType.put(
                RecordActivity.class,
                new RecordActivity(
                        CUSTOMER,
                        "wallet",
                        "W-1",
                        ActivityType.WITHDRAWAL,
                        ActivityStatus.SUCCESS,
                        NOW,
                        Optional.of(Money.parse("12.5 USDT"))));
    }
}
