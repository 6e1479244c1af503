package io.crmkit.examples.replay;

import io.crmkit.Crm;
import io.crmkit.error.CrmException;
import io.crmkit.examples.Console;
import io.crmkit.examples.SimulatedClock;
import io.crmkit.notification.NoticeChannel;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.time.TimeRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code replay FILE.jsonl --out FOLDER}. */
public final class ReplayCommand {
    private ReplayCommand() {}

    /** Runs it. @return 0, or 2 if the options or the input are bad; then no report is written */
    public static int run(List<String> options, Console console) {
        if (options.size() != 3 || !options.get(1).equals("--out")) {
            console.err().println("Usage: replay FILE.jsonl --out FOLDER");
            return 2;
        }
        Path input = Path.of(options.get(0));
        Path folder = Path.of(options.get(2));
        if (!Files.isRegularFile(input)) {
            console.err().println("There is no file " + input + ".");
            return 2;
        }
        Optional<String> problem = ReportFiles.problem(folder);
        if (problem.isPresent()) {
            console.err().println(problem.get());
            return 2;
        }
        try (EventReader reader = new EventReader(Files.newBufferedReader(input))) {
            console.print(replay(reader, folder));
            return 0;
        } catch (BadInputException e) {
            console.err().println(input + ", " + e.getMessage() + ". No report was written.");
        } catch (MalformedInputException e) {
            console.err().println(input + " is not UTF-8. No report was written.");
        } catch (CrmException e) {
            console.err().println("The reports cannot be made: " + e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            console.err().println("The reports cannot be written to " + folder + ": " + e.getMessage());
        }
        return 2;
    }

    private static String replay(EventReader reader, Path folder) throws IOException {
        Event first = reader.next().orElseThrow();
        SimulatedClock clock = new SimulatedClock(first.at());
        try (Crm crm = Crm.builder()
                .storage(MemoryStorage.create())
                .clock(clock)
                .notifier(NoticeChannel.SMS, notice -> {})
                .notifier(NoticeChannel.EMAIL, notice -> {})
                .notifier(NoticeChannel.AGENT, notice -> {})
                .build()) {
            References references = new References();
            Replay replay = new Replay(crm, clock, references);
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
