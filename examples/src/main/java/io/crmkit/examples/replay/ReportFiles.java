package io.crmkit.examples.replay;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.Role;
import io.crmkit.report.CsvFormat;
import io.crmkit.report.Labels;
import io.crmkit.report.ReportId;
import io.crmkit.report.ReportRequest;
import io.crmkit.time.TimeRange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the reports on a history, all of them or none. */
record ReportFiles(Crm crm, TimeRange period, Labels labels) {
    private static final ZoneId ZONE = ZoneId.of("Asia/Tehran");

    /** Writes the files into {@code folder}; they are made beside it, and moved there when all are complete. */
    void write(Path folder, List<String> refusals) throws IOException {
        Path making = Files.createTempDirectory(
                Objects.requireNonNull(folder.toAbsolutePath().getParent()), ".reports-");
        List<Path> files = new ArrayList<>();
        try {
            for (ReportId report : ReportId.values()) {
                files.add(report(making, report));
            }
            Path refused = making.resolve("refusals.csv");
            Files.writeString(
                    refused,
                    "line,code\r\n" + refusals.stream().map(l -> l + "\r\n").collect(Collectors.joining()));
            files.add(refused);
            Files.createDirectories(folder);
            for (Path file : files) {
                Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.delete(making);
        }
    }

    /** Says what is wrong with a folder to write to, before the work; empty if nothing is. */
    static Optional<String> problem(Path folder) {
        Path parent = folder.toAbsolutePath().getParent();
        if (parent == null || (Files.exists(folder) && !Files.isDirectory(folder))) {
            return Optional.of("--out " + folder + " is no folder that reports can be written to.");
        }
        try {
            Files.createDirectories(parent);
        } catch (IOException e) {
            return Optional.of(
                    "--out " + folder + " cannot be made: its parent is no folder, or may not be written to.");
        }
        return Files.isWritable(parent)
                ? Optional.empty()
                : Optional.of("--out " + folder + " cannot be made: its parent may not be written to.");
    }

    private Path report(Path folder, ReportId report) throws IOException {
        String name = report.name().toLowerCase(Locale.ROOT).replace('_', '-');
        Path file = folder.resolve(name + ".csv");
        CrmSession admin = crm.as(Actor.agent("replay", Role.ADMIN));
        // A notice that is due at the very end belongs to the history, though the period ends before it.
        TimeRange range = report == ReportId.NOTICES
                ? new TimeRange(period.from(), period.to().plusSeconds(1))
                : period;
        try (OutputStream out = Files.newOutputStream(file)) {
            admin.reports().export(ReportRequest.of(report, range, ZONE).labels(labels), CsvFormat.forPrograms(), out);
        }
        return file;
    }
}
