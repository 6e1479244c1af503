package io.crmkit.file;

import io.crmkit.attachment.InspectionPolicy;
import io.crmkit.error.Checks;
import io.crmkit.error.ViolationCode;
import io.crmkit.spi.file.FileScanner;
import io.crmkit.spi.file.FileStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Where files go, and which are let in. Immutable; start from {@link #of} and change what differs.
 *
 * @param store where files are kept; the CRM closes it
 * @param spool a directory of this process alone, for files on their way: on a disk that survives a restart, made if it is
 *     not there, readable by nobody else where the file system can say so
 * @param maxSpoolBytes the most bytes of all files on their way: 5,242,880 at least
 * @param policy what is let in
 * @param maxPerDay how many files one agent may attach on one day of {@link io.crmkit.CrmBuilder#zone}, and how many may
 *     come from one customer: 1 to 10,000
 * @param scanner looks for harm beside the inspection; none if empty
 * @param scanTime how long the scanner may take: 1 ms to 5 minutes
 */
public record AttachmentSettings(
        FileStore store,
        Path spool,
        long maxSpoolBytes,
        InspectionPolicy policy,
        int maxPerDay,
        Optional<FileScanner> scanner,
        Duration scanTime) {
    private static final long USUAL_SPOOL = 1L << 30;
    private static final int USUAL_PER_DAY = 50;
    private static final int MOST_PER_DAY = 10_000;
    private static final Duration USUAL_SCAN = Duration.ofSeconds(10);
    private static final Duration SHORTEST_SCAN = Duration.ofMillis(1);
    private static final Duration LONGEST_SCAN = Duration.ofMinutes(5);

    /** @throws io.crmkit.error.InvalidRequestException if a number lies outside of its range */
    public AttachmentSettings {
        Objects.requireNonNull(store, "store");
        Objects.requireNonNull(spool, "spool");
        Objects.requireNonNull(policy, "policy");
        Checks.that("attachments")
                .require(
                        maxSpoolBytes >= InspectionPolicy.MOST_BYTES,
                        "maxSpoolBytes",
                        ViolationCode.OUT_OF_RANGE,
                        "must be " + InspectionPolicy.MOST_BYTES + " at least, is " + maxSpoolBytes)
                .require(
                        maxPerDay >= 1 && maxPerDay <= MOST_PER_DAY,
                        "maxPerDay",
                        ViolationCode.OUT_OF_RANGE,
                        "must be 1 to " + MOST_PER_DAY + ", is " + maxPerDay)
                .require(
                        scanTime.compareTo(SHORTEST_SCAN) >= 0 && scanTime.compareTo(LONGEST_SCAN) <= 0,
                        "scanTime",
                        ViolationCode.OUT_OF_RANGE,
                        "must be 1 ms to 5 minutes, is " + scanTime)
                .done();
    }

    /** A gigabyte of files on their way, the standard policy, 50 files a day, no scanner. */
    public static AttachmentSettings of(FileStore store, Path spool) {
        return new AttachmentSettings(
                store, spool, USUAL_SPOOL, InspectionPolicy.standard(), USUAL_PER_DAY, Optional.empty(), USUAL_SCAN);
    }

    /** The same with another size of all files on their way. */
    public AttachmentSettings withMaxSpoolBytes(long bytes) {
        return new AttachmentSettings(store, spool, bytes, policy, maxPerDay, scanner, scanTime);
    }

    /** The same with another policy. */
    public AttachmentSettings withPolicy(InspectionPolicy other) {
        return new AttachmentSettings(store, spool, maxSpoolBytes, other, maxPerDay, scanner, scanTime);
    }

    /** The same with another number of files a day. */
    public AttachmentSettings withMaxPerDay(int files) {
        return new AttachmentSettings(store, spool, maxSpoolBytes, policy, files, scanner, scanTime);
    }

    /** The same with a scanner, which may take that long. */
    public AttachmentSettings withScanner(FileScanner looks, Duration time) {
        return new AttachmentSettings(store, spool, maxSpoolBytes, policy, maxPerDay, Optional.of(looks), time);
    }
}
