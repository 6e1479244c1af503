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
import java.util.stream.Collectors;

/** Writes the reports on a history, all of them or none. */
record ReportFiles(Crm crm, TimeRange period, Labels labels) {
    private static final ZoneId ZONE = ZoneId.of("Asia/Tehran");

    /** Writes the files into {@code folder}; what they are made in stands beside it until all are complete. */
    void write(Path folder, List<String> refusals) throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        Files.createDirectories(Objects.requireNonNull(parent));
        Path making = Files.createTempDirectory(parent, ".reports-");
        List<Path> files = new ArrayList<>();
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
        Files.delete(making);
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
