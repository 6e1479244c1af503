package io.crmkit.attachment.internal;

import io.crmkit.attachment.FileInspector;
import io.crmkit.file.AttachmentSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What all sessions of one CRM share.
 *
 * @param zone where a day ends
 * @param awayUntil until when the file store is left alone, since it did not answer
 */
record AttachmentParts(
        AttachmentSettings settings,
        FileInspector inspector,
        Spool spool,
        ZoneId zone,
        AtomicReference<Instant> awayUntil) {
    /** On which day of the installation something happens. */
    LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, zone);
    }

    /** When the day after that begins. */
    Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
