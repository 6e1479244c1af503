package io.crmkit.examples.replay;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.Role;
import io.crmkit.customer.CustomerQuery;
import io.crmkit.examples.SimulatedClock;
import io.crmkit.examples.storage.StorageOptions;
import io.crmkit.notification.NoticeChannel;
import io.crmkit.page.PageRequest;
import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.time.TimeRange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * One replay from the first line to the reports. In a database it may be ended at any moment and be started again with
 * the same arguments: it goes on where it stopped.
 *
 * @param input the history
 * @param folder where the reports go; beside it are the journal and, if no other database was named, the records
 * @param storage where the records go
 */
record Job(Path input, Path folder, StorageOptions storage) {
    String run() throws IOException {
        try (EventReader reader = new EventReader(Files.newBufferedReader(input))) {
            Event first = reader.next().orElseThrow();
            SimulatedClock clock = new SimulatedClock(first.at());
            try (StorageOptions.Opened opened = storage.open(beside(".h2"));
                    Crm crm = crm(opened.storage(), clock);
                    Journal journal = storage.durable() ? Journal.open(beside(".journal"), hash()) : Journal.none()) {
                requireItsOwn(crm, journal);
                References references = new References();
                Replay replay = new Replay(crm, clock, references, journal);
                Pace pace = new Pace();
                Optional<Event> event = Optional.of(first);
                while (event.isPresent()) {
                    replay.apply(event.get());
                    pace.event();
                    event = reader.next();
                }
                new ReportFiles(crm, new TimeRange(first.at(), clock.instant()), references)
                        .write(folder, replay.refusals());
                return pace.summary() + "\nReports: " + folder;
            }
        }
    }

    private static Crm crm(CrmStorage storage, SimulatedClock clock) {
        return Crm.builder()
                .storage(storage)
                .clock(clock)
                .notifier(NoticeChannel.SMS, notice -> {})
                .notifier(NoticeChannel.EMAIL, notice -> {})
                .notifier(NoticeChannel.AGENT, notice -> {})
                .build();
    }

    /** A history begins with an empty store. */
    private static void requireItsOwn(Crm crm, Journal journal) {
        CrmSession admin = crm.as(Actor.agent("replay", Role.ADMIN));
        boolean empty = admin.customers()
                        .search(CustomerQuery.all(), PageRequest.first(1))
                        .customers()
                        .isEmpty()
                && admin.staff().teams().isEmpty();
        if (!journal.isContinued() && !empty) {
            throw new IllegalStateException(
                    "the database holds records that this replay did not make: give it an empty one");
        }
    }

    private Path beside(String ending) {
        Path absolute = folder.toAbsolutePath();
        return absolute.resolveSibling(absolute.getFileName() + ending);
    }

    private String hash() throws IOException {
        try (InputStream in = Files.newInputStream(input)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[65_536];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return "input " + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
