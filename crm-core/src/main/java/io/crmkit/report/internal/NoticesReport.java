package io.crmkit.report.internal;

import io.crmkit.notification.Notification;
import io.crmkit.notification.internal.NoticeMasks;
import io.crmkit.report.ReportDefinition;
import io.crmkit.report.ReportId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Lists what was sent. */
final class NoticesReport implements Report {
    @Override
    public ReportDefinition definition() {
        return new ReportDefinition(
                ReportId.NOTICES,
                1,
                "Notifications caused in the period, whether delivered or not, in order of time, printed ticket,"
                        + " template: to = the contact as it was registered, or the agent's id; for those who may not"
                        + " see all customers' contacts, its last three characters. Sample: the notifications.",
                List.of("at", "channel", "template", "to", "ticket"));
    }

    @Override
    public Set<ReportFilter> filters() {
        return Set.of();
    }

    @Override
    public Figures compute(ReportInput input) {
        List<Notice> notices = new ArrayList<>();
        input.eachNotification(
                notification -> notices.add(notice(input, NoticeMasks.masked(notification, input.reading()))));
        notices.sort(
                Comparator.comparing(Notice::at).thenComparing(Notice::ticket).thenComparing(Notice::template));
        return Figures.records(notices.stream().map(Notice::row).toList());
    }

    private static Notice notice(ReportInput input, Notification notification) {
        return new Notice(
                notification.createdAt(),
                notification.channel().name(),
                notification.template().value(),
                notification.to(),
                input.label(notification.ticket()));
    }

    /** One line. */
    private record Notice(Instant at, String channel, String template, String to, String ticket) {
        List<String> row() {
            return List.of(ReportInput.print(at), channel, template, to, ticket);
        }
    }
}
