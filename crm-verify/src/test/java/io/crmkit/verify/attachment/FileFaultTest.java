package io.crmkit.verify.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.attachment.Attachment;
import io.crmkit.attachment.AttachmentState;
import io.crmkit.attachment.DeleteAttachment;
import io.crmkit.attachment.SweepFiles;
import io.crmkit.attachment.SweepReport;
import io.crmkit.error.CrmException;
import io.crmkit.spi.file.FileName;
import io.crmkit.spi.file.FileStoreException;
import io.crmkit.spi.file.FileStoreException.Kind;
import io.crmkit.spi.storage.AttachmentRecord;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.testkit.FaultyStorage.Moment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the file store fails at: callers get the file or a typed error, and a sweep leaves records and files equal. */
class FileFaultTest {
    /** As many calls to the store as the story makes: two files come, both are opened, and names are listed. */
    private static final int CALLS = 5;

    @TempDir
    private Path spools;

    /** How a call of the store goes wrong. */
    private record Fault(String name, BiConsumer<FileDesk, Integer> plan) {}

    private static List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        for (Moment moment : Moment.values()) {
            for (Kind kind : Kind.values()) {
                faults.add(new Fault(
                        moment + " " + kind,
                        (files, call) ->
                                files.store.failAtCall(call, moment, new FileStoreException(kind, "planned"))));
            }
            faults.add(new Fault(
                    moment + " unchecked",
                    (files, call) -> files.store.failAtCall(call, moment, new IllegalStateException("planned"))));
            faults.add(new Fault(
                    moment + " silent",
                    (files, call) -> files.store.silenceAtCall(call, moment, Duration.ofMillis(1))));
        }
        for (long bytes : new long[] {0, 10, FileDesk.PICTURE.length}) {
            faults.add(new Fault("cut after " + bytes, (files, call) -> files.store.cutAtCall(call, bytes)));
        }
        return faults;
    }

    @Test
    void aSweepLeavesNoRecordWithoutItsFileAndNoFileWithoutItsRecord(TestReporter reporter) {
        int runs = 0;
        for (Fault fault : faults()) {
            for (int call = 1; call <= CALLS; call++) {
                Path spool = spools.resolve("spool" + runs++);
                try (FileDesk files = new FileDesk(spool, MemoryStorage.create(), settings -> settings)) {
                    fault.plan().accept(files, call);
                    live(files);
                    assertThat(files.store.armed())
                            .as("%s at call %s is to come", fault.name(), call)
                            .isFalse();
                    files.store.heal();
                    isInOrder(files, fault.name() + " at call " + call);
                }
            }
        }
        reporter.publishEntry("faults of the file store", Integer.toString(runs));
        assertThat(runs).isEqualTo(75);
    }

    /** Two files come, one is opened, one deleted, what waits is delivered, and all is swept. */
    private static void live(FileDesk files) {
        List<Attachment> taken = new ArrayList<>();
        tolerant(() -> taken.add(files.onNote()));
        tolerant(() -> taken.add(files.onTicket()));
        assertThat(taken)
                .as("a file store that fails keeps nobody from attaching")
                .hasSize(2);
        files.desk.pass(Duration.ofMinutes(5));
        for (Attachment attachment : taken) {
            tolerant(() -> assertThat(FileDesk.read(files.desk.sara(), attachment.id()))
                    .isEqualTo(FileDesk.PICTURE));
        }
        files.desk
                .admin()
                .attachments()
                .delete(DeleteAttachment.because(taken.get(0).id(), "دوباره"));
        tolerant(() -> files.desk.admin().attachments().sweep(SweepFiles.repairing()));
    }

    /** A typed error, or what a store threw that breaks its own rules. */
    private static void tolerant(Runnable call) {
        try {
            call.run();
        } catch (CrmException e) {
            assertThat(e.code()).isNotNull();
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("planned");
        }
    }

    private static void isInOrder(FileDesk files, String fault) {
        files.desk.pass(Duration.ofHours(2));
        SweepReport report = files.desk.admin().attachments().sweep(SweepFiles.repairing());
        assertThat(report.withoutFile()).as(fault).isEmpty();
        List<AttachmentRecord> records = files.storage.<List<AttachmentRecord>>inTransaction(
                tx -> tx.attachments().byStoredName(Optional.empty(), 100));
        assertThat(records).as(fault).hasSize(2);
        assertThat(records)
                .as(fault)
                .allSatisfy(record -> assertThat(record.attachment().state()).isEqualTo(AttachmentState.STORED));
        assertThat(files.files.list(Optional.empty(), 100))
                .as(fault)
                .containsExactlyElementsOf(records.stream()
                        .map(record -> new FileName(record.storedName().value()))
                        .toList());
        for (AttachmentRecord record : records) {
            if (record.attachment().deletion().isEmpty()) {
                assertThat(FileDesk.read(files.desk.admin(), record.attachment().id()))
                        .as(fault)
                        .isEqualTo(FileDesk.PICTURE);
            }
        }
        assertThat(files.spooled()).as(fault).isEmpty();
    }
}
