package io.crmkit.verify.attachment;

import static io.crmkit.verify.Desk.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.actor.Actor;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Role;
import io.crmkit.attachment.AttachFile;
import io.crmkit.attachment.Attachment;
import io.crmkit.error.CrmException;
import io.crmkit.error.ErrorCode;
import io.crmkit.error.LimitExceededException;
import io.crmkit.file.AttachmentSettings;
import io.crmkit.note.AddNote;
import io.crmkit.note.Note;
import io.crmkit.servers.TestDatabase;
import io.crmkit.servers.TestDatabases;
import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.storage.jpa.JpaStorage;
import io.crmkit.storage.memory.MemoryFileStore;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.verify.Desk;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fifty files a day from one agent, and not one more, however many nodes and threads take them. */
class QuotaTest {
    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");
    private static final Instant MIDNIGHT = Instant.parse("2026-03-20T20:30:00Z");
    private static final int THREADS = 16;

    @TempDir
    private Path spools;

    private FileDesk alone() {
        FileDesk files = new FileDesk(spools.resolve("one"), MemoryStorage.create(), s -> s.withMaxPerDay(2));
        files.desk.clock.set(MIDNIGHT.minusSeconds(1));
        return files;
    }

    @Test
    void theDayEndsAtMidnightOfTheInstallation() {
        try (FileDesk files = alone()) {
            files.onNote();
            files.onNote();

            LimitExceededException refusal = refusal(LimitExceededException.class, files::onNote);

            assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(1));
            files.desk.clock.advance(Duration.ofSeconds(1));
            files.onNote();
            files.onNote();
            refusal(LimitExceededException.class, files::onNote);
        }
    }

    @Test
    void refusedFilesDoNotCount() {
        try (FileDesk files = alone()) {
            AttachFile command = AttachFile.toNote(files.note.id(), "a.pdf");
            for (int i = 0; i < 5; i++) {
                assertThat(refusal(
                                        CrmException.class,
                                        () -> files.desk.sara().attachments().attach(command, FileDesk.picture()))
                                .code())
                        .isEqualTo(ErrorCode.FILE_REFUSED);
            }

            files.onNote();
            files.onNote();
            refusal(LimitExceededException.class, files::onNote);
        }
    }

    @Test
    void aFileTooManyIsRefusedBeforeItIsRead() {
        try (FileDesk files = alone()) {
            files.onNote();
            files.onNote();

            refusal(
                    LimitExceededException.class,
                    () -> files.desk
                            .sara()
                            .attachments()
                            .attach(AttachFile.toNote(files.note.id(), "a.png"), new GivenStream(() -> {
                                throw new AssertionError("read");
                            })));
        }
    }

    @Test
    void theCustomersOwnAndMailedFilesShareOneAccount() {
        try (FileDesk files = alone()) {
            files.onTicket();
            files.desk
                    .as(Actor.system("mail"))
                    .attachments()
                    .attach(AttachFile.toTicket(files.ticket.id(), "a.png").byMail(), FileDesk.picture());

            refusal(LimitExceededException.class, files::onTicket);
            files.onNote();
        }
    }

    @Test
    void aRepeatedCommandCountsOnce() {
        try (FileDesk files = alone()) {
            AttachFile command = AttachFile.toNote(files.note.id(), "a.png").once("k");
            for (int i = 0; i < 5; i++) {
                files.desk.sara().attachments().attach(command, FileDesk.picture());
            }
            files.onNote();

            refusal(LimitExceededException.class, files::onNote);
            assertThat(files.desk
                            .sara()
                            .attachments()
                            .attach(command, FileDesk.picture())
                            .version())
                    .isEqualTo(2);
        }
    }

    @Test
    void sixteenThreadsTakeExactlyFiftyOnTheHeap() throws Exception {
        CrmStorage storage = new KeptStorage(MemoryStorage.create());
        exactlyFifty(storage, storage);
    }

    @Test
    void sixteenThreadsOfTwoNodesTakeExactlyFiftyOnH2() throws Exception {
        exactlyFiftyOn(TestDatabases.h2());
    }

    @Test
    void sixteenThreadsOfTwoNodesTakeExactlyFiftyOnPostgres() throws Exception {
        exactlyFiftyOn(TestDatabases.postgres());
    }

    @Test
    void sixteenThreadsOfTwoNodesTakeExactlyFiftyOnMariaDb() throws Exception {
        exactlyFiftyOn(TestDatabases.mariadb());
    }

    private void exactlyFiftyOn(TestDatabase database) throws Exception {
        try (database) {
            exactlyFifty(
                    JpaStorage.builder(database.dataSource()).build(),
                    JpaStorage.builder(database.dataSource()).build());
        }
    }

    private void exactlyFifty(CrmStorage one, CrmStorage other) throws Exception {
        MemoryFileStore store = MemoryFileStore.create();
        Desk first = Desk.keeping(AttachmentSettings.of(store, spools.resolve("one")), one);
        Desk second = Desk.keeping(AttachmentSettings.of(store, spools.resolve("two")), other);
        CustomerId ali = first.ali().id();
        Note note = first.sara().notes().add(AddNote.about(ali, "رسیدها"));
        List<Desk> nodes = List.of(first, second);
        AtomicInteger calls = new AtomicInteger();

        // 51 just before midnight, 51 while it passes, 51 after it.
        List<Attachment> taken = new ArrayList<>();
        nodes.forEach(node -> node.clock.set(MIDNIGHT.minusSeconds(60)));
        taken.addAll(together(51, i -> attach(nodes.get(i % 2), note)));
        assertThat(taken).as("before midnight").hasSize(50);
        taken.addAll(together(51, i -> {
            if (calls.incrementAndGet() == 20) {
                nodes.forEach(node -> node.clock.set(MIDNIGHT));
            }
            return attach(nodes.get(i % 2), note);
        }));
        taken.addAll(together(51, i -> attach(nodes.get(i % 2), note)));

        Map<LocalDate, Long> days = taken.stream()
                .collect(Collectors.groupingBy(
                        attachment -> LocalDate.ofInstant(attachment.at(), TEHRAN), Collectors.counting()));
        assertThat(days).isEqualTo(Map.of(LocalDate.of(2026, 3, 20), 50L, LocalDate.of(2026, 3, 21), 50L));
        assertThat(first.sara().attachments().onNotes(List.of(note.id())).get(note.id()))
                .hasSize(100);
        first.crm().close();
        second.crm().close();
    }

    private static List<Attachment> attach(Desk node, Note note) {
        try {
            return List.of(node.as(Actor.agent("sara", Role.SUPPORT_AGENT))
                    .attachments()
                    .attach(AttachFile.toNote(note.id(), "a.png"), FileDesk.picture()));
        } catch (LimitExceededException e) {
            return List.of();
        }
    }

    private static List<Attachment> together(int times, Function<Integer, List<Attachment>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<List<Attachment>>> tasks = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int number = i;
                tasks.add(() -> work.apply(number));
            }
            List<Attachment> taken = Collections.synchronizedList(new ArrayList<>());
            for (Future<List<Attachment>> task : threads.invokeAll(tasks)) {
                taken.addAll(task.get());
            }
            return taken;
        } finally {
            threads.shutdownNow();
        }
    }
}
