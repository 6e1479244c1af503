package io.crmkit.report.internal;

import io.crmkit.actor.Permission;
import io.crmkit.actor.Scope;
import io.crmkit.notification.NoticeChannel;
import io.crmkit.notification.Notification;
import io.crmkit.report.ReportDefinition;
import io.crmkit.report.ReportId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Lists what was sent. */
final class NoticesReport implements Report {
    private static final int SHOWN = 3;

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
        boolean masked = input.reading().scope(Permission.CUSTOMER_CONTACTS) != Scope.ALL;
        List<Notice> notices = new ArrayList<>();
        input.eachNotification(notification -> notices.add(notice(input, notification, masked)));
        notices.sort(
                Comparator.comparing(Notice::at).thenComparing(Notice::ticket).thenComparing(Notice::template));
        return Figures.records(notices.stream().map(Notice::row).toList());
    }

    private static Notice notice(ReportInput input, Notification notification, boolean masked) {
        boolean hidden = masked && notification.channel() != NoticeChannel.AGENT;
        return new Notice(
                notification.createdAt(),
                notification.channel().name(),
                notification.template().value(),
                hidden ? mask(notification.to()) : notification.to(),
                input.label(notification.ticket()));
    }

    private static String mask(String to) {
        return "…" + to.substring(Math.max(0, to.length() - SHOWN));
    }

    /** One line. */
    private record Notice(Instant at, String channel, String template, String to, String ticket) {
        List<String> row() {
            return List.of(ReportInput.print(at), channel, template, to, ticket);
        }
    }
}
