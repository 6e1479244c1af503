package io.crmkit;

import io.crmkit.activity.ActivityFeed;
import io.crmkit.attachment.AttachmentService;
import io.crmkit.automation.AutomationService;
import io.crmkit.customer.CustomerDirectory;
import io.crmkit.note.NoteService;
import io.crmkit.notification.NotificationService;
import io.crmkit.report.ReportService;
import io.crmkit.search.SearchService;
import io.crmkit.staff.StaffDirectory;
import io.crmkit.ticket.TicketService;

/**
 * The CRM as one actor may use it. Light and immutable: get one per request from {@link Crm#as}. Thread-safe.
 *
 * @param customers the customers
 * @param notes the notes
 * @param tickets the tickets
 * @param reports the reports
 * @param staff agents, teams and shifts
 * @param automation the rules
 * @param notifications the outbox
 * @param activities what customers did in the host's system
 * @param attachments files on notes and tickets
 * @param search searches over several kinds of records
 */
public record CrmSession(
        CustomerDirectory customers,
        NoteService notes,
        TicketService tickets,
        ReportService reports,
        StaffDirectory staff,
        AutomationService automation,
        NotificationService notifications,
        ActivityFeed activities,
        AttachmentService attachments,
        SearchService search) {}
