package io.crmkit.attachment.internal;

import io.crmkit.attachment.Inspection;
import io.crmkit.attachment.OriginalName;
import io.crmkit.attachment.StoredName;

/**
 * A file that was let in and waits in the spool directory for its record.
 *
 * @param name the name it came with, cleaned
 * @param storedName the name it waits under
 * @param finding what the inspection found
 */
record Verified(OriginalName name, StoredName storedName, Inspection.Accepted finding) {}
