package io.crmkit.verify.race;

import io.crmkit.attachment.Attachment;
import io.crmkit.audit.AuditEntry;
import io.crmkit.automation.RuleExecution;
import io.crmkit.customer.Customer;
import io.crmkit.note.Note;
import io.crmkit.note.NoteRevision;
import io.crmkit.notification.Notification;
import io.crmkit.spi.storage.AttachmentRecord;
import io.crmkit.spi.storage.CustomerIndex;
import io.crmkit.spi.storage.DueItem;
import io.crmkit.spi.storage.IndexedCustomer;
import io.crmkit.spi.storage.MergeRecord;
import io.crmkit.ticket.Message;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** All records without the ids and numbers that depend on who came first: equal after equal commands. */
final class State {
    private State() {}

    static List<String> of(Map<String, List<?>> dump) {
        List<String> lines = new ArrayList<>();
        dump.forEach((name, records) -> records.forEach(record -> lines.add(name + " " + line(record))));
        lines.sort(null);
        return lines;
    }

    private static String line(Object record) {
        if (record instanceof Ticket t) {
            return List.of(
                            t.version(),
                            t.customer(),
                            t.subject(),
                            t.status(),
                            t.priority(),
                            t.category(),
                            t.tags(),
                            t.team(),
                            t.assignee(),
                            t.clock(),
                            t.events(),
                            t.humanReplies(),
                            t.reopens(),
                            t.followUpOf(),
                            t.mergedInto(),
                            t.rating())
                    .toString();
        } else if (record instanceof TicketEvent e) {
            return List.of(e.sequence(), e.kind(), e.by(), e.from(), e.to()).toString();
        } else if (record instanceof Message m) {
            return List.of(m.getClass().getSimpleName(), m.customer(), m.author(), m.text())
                    .toString();
        }
        return lineOfOthers(record);
    }

    private static String lineOfOthers(Object record) {
        if (record instanceof Note n) {
            return List.of(n.version(), n.customer(), n.html(), n.author(), n.editedAt(), n.deletion())
                    .toString();
        } else if (record instanceof NoteRevision r) {
            return r.version() + r.html();
        } else if (record instanceof Customer c) {
            return line(c);
        } else if (record instanceof IndexedCustomer i) {
            return line(i.customer()) + i.index().map(State::line).orElse("");
        } else if (record instanceof Notification n) {
            return List.of(
                            n.version(),
                            n.customer(),
                            n.template(),
                            n.to(),
                            n.delivery().state())
                    .toString();
        } else if (record instanceof AttachmentRecord f) {
            Attachment a = f.attachment();
            return List.of(a.version(), a.name().value(), a.sha256(), a.state(), a.deletion())
                    .toString();
        } else if (record instanceof AuditEntry a) {
            return List.of(a.action(), a.by(), a.changes()).toString();
        } else if (record instanceof MergeRecord m) {
            return List.of(m.version(), m.survivor(), m.merged().id(), m.after().version())
                    .toString();
        } else if (record instanceof RuleExecution x) {
            return x.rule().toString();
        } else if (record instanceof DueItem d) {
            return List.of(d.rule(), d.dueAt(), d.episode()).toString();
        }
        return record.toString();
    }

    private static String line(Customer c) {
        return List.of(c.version(), c.names().display(), c.tier(), new TreeMap<>(c.attributes()), c.flags())
                .toString();
    }

    private static String line(CustomerIndex i) {
        return List.of(
                        new TreeSet<>(i.identifiers()),
                        new TreeSet<>(i.contacts()),
                        i.openText(),
                        i.contactText(),
                        new TreeMap<>(i.attributeTexts()))
                .toString();
    }
}
