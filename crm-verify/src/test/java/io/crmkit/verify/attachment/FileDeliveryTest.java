package io.crmkit.verify.attachment;

import static io.crmkit.verify.Desk.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.Crm;
import io.crmkit.actor.Actor;
import io.crmkit.actor.Role;
import io.crmkit.attachment.AttachFile;
import io.crmkit.attachment.Attachment;
import io.crmkit.attachment.AttachmentId;
import io.crmkit.attachment.AttachmentState;
import io.crmkit.attachment.FileUnavailableException;
import io.crmkit.attachment.InspectionPolicy;
import io.crmkit.error.OutcomeUnknownException;
import io.crmkit.error.StorageBusyException;
import io.crmkit.error.StorageException;
import io.crmkit.file.AttachmentSettings;
import io.crmkit.spi.file.FileStoreException;
import io.crmkit.spi.file.FileStoreException.Kind;
import io.crmkit.spi.storage.AttachmentRecord;
import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.testkit.FaultyStorage;
import io.crmkit.testkit.FaultyStorage.Moment;
import io.crmkit.verify.Desk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of a file from the spool directory to the file store, whatever fails on it. */
class FileDeliveryTest {
    @TempDir
    private Path spool;

    private static FileStoreException away() {
        return new FileStoreException(Kind.UNAVAILABLE, "planned: away");
    }

    private static Attachment now(FileDesk files, AttachmentId id) {
        return files.desk.admin().attachments().get(id);
    }

    @Test
    void whileTheStoreIsAwayTheFileWaitsAndIsReadWhereItWaits() {
        try (FileDesk files = new FileDesk(spool)) {
            files.store.failAtCall(1, Moment.BEFORE, away());

            Attachment attachment = files.onNote();

            assertThat(attachment.state()).isEqualTo(AttachmentState.LOCAL);
            assertThat(files.spooled()).hasSize(1);
            assertThat(FileDesk.read(files.desk.omid(), attachment.id())).isEqualTo(FileDesk.PICTURE);
            assertThat(files.desk.crm().nextDueAt()).isPresent();
            assertThat(files.desk.pass(Duration.ZERO).delivered())
                    .as("a moment later")
                    .isZero();
            assertThat(files.desk.pass(Duration.ofMinutes(1)).delivered()).isEqualTo(1);
            assertThat(now(files, attachment.id()).state()).isEqualTo(AttachmentState.STORED);
            assertThat(files.spooled()).isEmpty();
            assertThat(FileDesk.read(files.desk.omid(), attachment.id())).isEqualTo(FileDesk.PICTURE);
        }
    }

    @Test
    void whatIsDueIsSaidByNextDueAt() {
        try (FileDesk files = new FileDesk(spool)) {
            while (files.desk.crm().nextDueAt().isPresent()) {
                files.desk.pass(Duration.ofDays(30));
            }
            files.store.failAtCall(1, Moment.BEFORE, away());
            files.onNote();

            assertThat(files.desk.crm().nextDueAt())
                    .contains(files.desk.clock.instant().plusSeconds(30));
        }
    }

    @Test
    void aStoreThatIsAwayIsAskedOnceAndNotForEachFile() {
        try (FileDesk files = new FileDesk(spool)) {
            files.store.failAtCall(1, Moment.BEFORE, away());
            files.onNote();
            files.onNote();
            files.onTicket();

            assertThat(files.store.calls()).isEqualTo(1);
            assertThat(files.desk.pass(Duration.ofMinutes(1)).delivered()).isEqualTo(3);
            assertThat(files.store.calls()).isEqualTo(4);
        }
    }

    @Test
    void theTimeBetweenAttemptsGrows() {
        try (FileDesk files = new FileDesk(spool)) {
            files.store.failAtCall(1, Moment.BEFORE, away());
            files.onNote();
            files.store.failAtCall(1, Moment.AFTER, away());
            files.desk.pass(Duration.ofSeconds(30));

            assertThat(files.desk.pass(Duration.ofSeconds(59)).delivered()).isZero();
            assertThat(files.desk.pass(Duration.ofSeconds(1)).delivered()).isEqualTo(1);
        }
    }

    @Test
    void aStoreThatBreaksItsPromisesLosesNothing() {
        try (FileDesk files = new FileDesk(spool)) {
            files.store.failAtCall(1, Moment.AFTER, new IllegalStateException("planned"));
            Attachment attachment = files.onNote();

            assertThat(attachment.state()).isEqualTo(AttachmentState.LOCAL);
            assertThat(files.desk.pass(Duration.ofMinutes(1)).delivered()).isEqualTo(1);
            assertThat(FileDesk.read(files.desk.sara(), attachment.id())).isEqualTo(FileDesk.PICTURE);
        }
    }

    @Test
    void anotherProcessGoesOnWithTheSameSpoolDirectory() {
        CrmStorage storage = new KeptStorage(MemoryStorage.create());
        FileDesk before = new FileDesk(spool, storage, settings -> settings);
        before.store.failAtCall(1, Moment.BEFORE, away());
        Attachment attachment = before.onNote();
        before.close();

        Desk after = Desk.keeping(AttachmentSettings.of(before.store, spool), storage);

        assertThat(after.pass(Duration.ofMinutes(5)).delivered()).isEqualTo(1);
        assertThat(FileDesk.read(after.sara(), attachment.id())).isEqualTo(FileDesk.PICTURE);
        after.crm().close();
    }

    @Test
    void anotherNodeCannotOpenWhatWaitsElsewhere(@TempDir Path elsewhere) {
        MemoryStorage storage = MemoryStorage.create();
        try (FileDesk here = new FileDesk(spool, storage, settings -> settings)) {
            here.store.failAtCall(1, Moment.BEFORE, away());
            Attachment attachment = here.onNote();
            Desk there = Desk.keeping(AttachmentSettings.of(here.store, elsewhere), storage);

            FileUnavailableException refusal = refusal(
                    FileUnavailableException.class,
                    () -> there.sara().attachments().open(attachment.id()));

            assertThat(refusal.retryable()).isTrue();
            assertThat(there.pass(Duration.ofMinutes(1)).delivered()).isZero();
            here.desk.pass(Duration.ofMinutes(1));
            assertThat(FileDesk.read(there.sara(), attachment.id())).isEqualTo(FileDesk.PICTURE);
        }
    }

    @Test
    void aRecordThatIsNotCommittedLeavesNothingInTheSpoolDirectory() {
        FaultyStorage storage = new FaultyStorage(MemoryStorage.create());
        try (FileDesk files = new FileDesk(spool, storage, settings -> settings)) {
            // Looking takes three calls, counting is the next one that changes something.
            storage.failAtCall(6, Moment.BEFORE, new StorageException("planned", new IOException("planned")));

            refusal(StorageException.class, files::onNote);

            assertThat(storage.armed()).isFalse();
            assertThat(files.spooled()).isEmpty();
            assertThat(files.store.calls()).isZero();
            assertThat(files.desk.sara().attachments().onNotes(List.of(files.note.id())))
                    .isEmpty();
        }
    }

    @Test
    void aStorageThatFailsAfterTheUploadIsNoFailureOfTheCall() {
        FaultyStorage storage = new FaultyStorage(MemoryStorage.create());
        try (FileDesk files = new FileDesk(spool, storage, settings -> settings)) {
            int calls = storage.calls();
            files.onNote();
            int all = storage.calls() - calls;
            storage.failAtCall(all, Moment.BEFORE, new StorageException("planned", new IOException("planned")));

            Attachment attachment = files.onNote();

            assertThat(storage.armed()).isFalse();
            assertThat(attachment.state()).isEqualTo(AttachmentState.LOCAL);
            assertThat(files.desk.pass(Duration.ZERO).delivered()).isEqualTo(1);
        }
    }

    @Test
    void aSpoolDirectoryThatIsFullTakesNoFile() {
        try (FileDesk files = new FileDesk(
                spool, MemoryStorage.create(), settings -> settings.withMaxSpoolBytes(InspectionPolicy.MOST_BYTES))) {
            files.store.failAtCall(1, Moment.BEFORE, away());
            files.onNote();

            FileUnavailableException refusal = refusal(FileUnavailableException.class, files::onNote);

            assertThat(refusal).hasMessageContaining("full");
            assertThat(files.spooled()).hasSize(1);
            files.desk.pass(Duration.ofMinutes(1));
            assertThat(files.onNote().state()).isEqualTo(AttachmentState.STORED);
        }
    }

    @Test
    void aSpoolDirectoryBelongsToOneCrm() {
        try (FileDesk files = new FileDesk(spool)) {
            AttachmentSettings same = AttachmentSettings.of(files.store, spool);

            assertThatThrownBy(() -> Desk.keeping(same, MemoryStorage.create()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("in use by another CRM");
        }
    }

    @Test
    void aFileWithoutARecordLeavesTheSpoolDirectoryAfterADay() throws Exception {
        try (FileDesk files = new FileDesk(spool)) {
            Attachment attachment = files.onNote();
            String name = files.storage
                    .<Optional<AttachmentRecord>>inTransaction(
                            tx -> tx.attachments().find(attachment.id()))
                    .orElseThrow()
                    .storedName()
                    .value();
            Path orphan = spool.resolve(FileDesk.otherName(name));
            Files.write(orphan, FileDesk.PICTURE);
            Files.setLastModifiedTime(orphan, FileTime.from(files.desk.clock.instant()));

            files.desk.pass(Duration.ofHours(23));
            assertThat(files.spooled()).hasSize(1);
            files.desk.pass(Duration.ofHours(2));

            assertThat(files.spooled()).isEmpty();
        }
    }

    @Test
    void whatIsInATransactionOfTheHostsIsDeliveredAfterwards() {
        try (FileDesk files = new FileDesk(spool)) {
            Attachment attachment;
            try (Crm joining = files.desk.crm().joining(new KeptStorage(files.storage))) {
                attachment = joining.as(Actor.agent("sara", Role.SUPPORT_AGENT))
                        .attachments()
                        .attach(AttachFile.toNote(files.note.id(), "a.png"), FileDesk.picture());
            }

            assertThat(attachment.state()).isEqualTo(AttachmentState.LOCAL);
            assertThat(files.store.calls()).isZero();
            assertThat(files.desk.pass(Duration.ZERO).delivered()).isEqualTo(1);
        }
    }

    @Test
    void aRecordOfWhichNobodyKnowsKeepsItsFile() {
        LossyStorage storage = new LossyStorage(MemoryStorage.create());
        try (FileDesk files = new FileDesk(spool, storage, settings -> settings)) {
            AttachFile command = AttachFile.toNote(files.note.id(), "a.png").once("key");
            // One looks for the key, one whether the file may come, and the third writes.
            storage.failAfter(2);

            refusal(
                    OutcomeUnknownException.class,
                    () -> files.desk.sara().attachments().attach(command, FileDesk.picture()));

            Attachment attachment = files.desk.sara().attachments().attach(command, FileDesk.picture());
            assertThat(attachment.state()).isEqualTo(AttachmentState.LOCAL);
            assertThat(files.desk.pass(Duration.ZERO).delivered()).isEqualTo(1);
            assertThat(FileDesk.read(files.desk.sara(), attachment.id())).isEqualTo(FileDesk.PICTURE);
        }
    }

    @Test
    void aBusyStorageIsAskedAgain() {
        FaultyStorage storage = new FaultyStorage(MemoryStorage.create());
        try (FileDesk files = new FileDesk(spool, storage, settings -> settings)) {
            storage.failAtCall(6, Moment.BEFORE, new StorageBusyException("planned"));

            assertThat(files.onNote().state()).isEqualTo(AttachmentState.STORED);
            assertThat(files.spooled()).isEmpty();
        }
    }
}
