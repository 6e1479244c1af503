package io.crmkit.verify.cost;

import static io.crmkit.verify.cost.Deeds.ADMIN;
import static io.crmkit.verify.cost.Deeds.HOST;
import static io.crmkit.verify.cost.Deeds.PAGE;
import static io.crmkit.verify.cost.Deeds.SARA;

import io.crmkit.customer.Customer;
import io.crmkit.notification.Notification;
import io.crmkit.notification.NotificationQuery;
import io.crmkit.notification.NotificationState;
import io.crmkit.page.PageRequest;
import io.crmkit.report.ActivityQuery;
import io.crmkit.report.CsvFormat;
import io.crmkit.report.ReportId;
import io.crmkit.report.ReportRequest;
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
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketQuery;
import io.crmkit.ticket.TicketService;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.ticket.WriteMessage;
import io.crmkit.time.TimeRange;
import io.crmkit.verify.Desk;
import java.io.OutputStream;
import java.time.Duration;
import java.time.ZoneId;
import java.util.function.BiConsumer;

/** What is done with tickets and on account of them. */
final class TicketDeeds {
    private TicketDeeds() {}

    static void addTo(Deeds deeds) {
        opening(deeds);
        working(deeds);
        reading(deeds);
        reports(deeds);
        notifications(deeds);
    }

    /** Something that sara does with a new ticket. */
    private static void sara(Deeds deeds, String operation, BiConsumer<TicketService, Ticket> what) {
        deeds.put("TicketService." + operation, desk -> {
            Ticket ticket = deeds.ticket(desk);
            return as -> what.accept(as.apply(SARA).tickets(), ticket);
        });
    }

    private static void opening(Deeds deeds) {
        deeds.put("TicketService.open(OpenTicket)", d -> {
            Customer customer = deeds.customer(d);
            OpenTicket command = OpenTicket.of(customer.id(), Channel.WEB, "برداشت", "انجام نشد");
            return as -> as.apply(HOST).tickets().open(command);
        });
        deeds.put("TicketService.write(WriteMessage)", d -> {
            Ticket ticket = deeds.ticket(d);
            WriteMessage command = WriteMessage.of(ticket.id(), ticket.customer(), "هنوز نرسیده است");
            return as -> as.apply(HOST).tickets().write(command);
        });
        deeds.put("TicketService.rate(RateTicket)", d -> {
            Ticket ticket = d.reply(deeds.ticket(d), TicketStatus.SOLVED);
            return as -> as.apply(HOST).tickets().rate(new RateTicket(ticket.id(), 5, "நன்றி"));
        });
        deeds.put("TicketService.view(TicketId)", d -> {
            Ticket ticket = deeds.ticket(d);
            return as -> as.apply(HOST).tickets().view(ticket.id());
        });
        deeds.put("TicketService.views(CustomerId,PageRequest)", d -> {
            Ticket ticket = deeds.ticket(d);
            return as -> as.apply(HOST).tickets().views(ticket.customer(), PAGE);
        });
    }

    private static void working(Deeds deeds) {
        sara(deeds, "reply(ReplyToTicket)", (s, t) -> s.reply(ReplyToTicket.to(t.id(), "We look into it.")));
        sara(deeds, "comment(CommentOnTicket)", (s, t) -> s.comment(CommentOnTicket.on(t.id(), "txid checked")));
        sara(
                deeds,
                "change(ChangeTicket)",
                (s, t) -> s.change(ChangeTicket.of(t).priority(Priority.LOW)));
        sara(deeds, "assign(AssignTicket)", (s, t) -> s.assign(AssignTicket.to(t.id(), "omid")));
        sara(deeds, "refer(ReferTicket)", (s, t) -> s.refer(new ReferTicket(t.id(), Desk.VIP, "Where is it?")));
        deeds.put("TicketService.merge(MergeTickets)", d -> {
            Ticket ticket = deeds.ticket(d);
            Ticket other = d.open(ticket.customer());
            return as -> as.apply(SARA).tickets().merge(new MergeTickets(ticket.id(), other.id()));
        });
    }

    private static void reading(Deeds deeds) {
        sara(deeds, "get(TicketId)", (s, t) -> s.get(t.id()));
        sara(deeds, "find(TicketNumber)", (s, t) -> s.find(t.number()));
        sara(deeds, "list(TicketQuery,PageRequest)", (s, t) -> s.list(TicketQuery.all(), PAGE));
        sara(deeds, "messages(TicketId,PageRequest)", (s, t) -> s.messages(t.id(), PAGE));
        sara(deeds, "history(TicketId)", (s, t) -> s.history(t.id()));
        sara(deeds, "context(TicketId)", (s, t) -> s.context(t.id()));
    }

    private static void reports(Deeds deeds) {
        deeds.put(
                "ReportService.catalog()", d -> as -> as.apply(ADMIN).reports().catalog());
        deeds.put("ReportService.run(ReportRequest)", d -> {
            deeds.ticket(d);
            return as -> as.apply(ADMIN).reports().run(request(d));
        });
        deeds.put("ReportService.export(ReportRequest,CsvFormat,OutputStream)", d -> {
            deeds.ticket(d);
            return as -> as.apply(ADMIN)
                    .reports()
                    .export(request(d), CsvFormat.forPrograms(), OutputStream.nullOutputStream());
        });
        deeds.put(
                "ReportService.activity(ActivityQuery,PageRequest)",
                d -> as -> as.apply(ADMIN).reports().activity(ActivityQuery.all(), PAGE));
    }

    private static ReportRequest request(Desk desk) {
        TimeRange week = new TimeRange(desk.clock.instant().minus(Duration.ofDays(7)), desk.clock.instant());
        return ReportRequest.of(ReportId.TICKETS, week, ZoneId.of("Asia/Tehran"));
    }

    private static void notifications(Deeds deeds) {
        deeds.put(
                "NotificationService.list(NotificationQuery,PageRequest)",
                d -> as -> as.apply(ADMIN).notifications().list(NotificationQuery.all(), PAGE));
        deeds.put("NotificationService.get(NotificationId)", d -> {
            Notification notification = dead(deeds, d);
            return as -> as.apply(ADMIN).notifications().get(notification.id());
        });
        deeds.put("NotificationService.retry(NotificationId)", d -> {
            Notification notification = dead(deeds, d);
            return as -> as.apply(ADMIN).notifications().retry(notification.id());
        });
    }

    /** The confirmation of a new ticket, which the notifier refused. */
    private static Notification dead(Deeds deeds, Desk desk) {
        desk.pass(Duration.ZERO);
        Ticket ticket = deeds.ticket(desk);
        desk.notifier.failPermanently(1);
        desk.pass(Duration.ZERO);
        NotificationQuery query = NotificationQuery.all().of(ticket.customer()).in(NotificationState.DEAD);
        return desk.admin()
                .notifications()
                .list(query, PageRequest.first())
                .items()
                .get(0);
    }
}
