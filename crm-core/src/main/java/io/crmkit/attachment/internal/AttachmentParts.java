package io.crmkit.attachment.internal;

import io.crmkit.attachment.FileInspector;
import io.crmkit.attachment.StoredName;
import io.crmkit.file.AttachmentSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What all sessions of one CRM share.
 *
 * @param zone where a day ends
 * @param awayUntil until when the file store is left alone, since it did not answer
 * @param underWay the files that somebody delivers at the moment: one of two who store a file may remove the other's
 */
record AttachmentParts(
        AttachmentSettings settings,
        FileInspector inspector,
        Spool spool,
        ZoneId zone,
        AtomicReference<Instant> awayUntil,
        Set<StoredName> underWay) {
    /** On which day of the installation something happens. */
    LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, zone);
    }

    /** When the day after that begins. */
    Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
