package io.crmkit.verify.attachment;

import static io.crmkit.verify.Desk.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.actor.Actor;
import io.crmkit.actor.Role;
import io.crmkit.attachment.Attachment;
import io.crmkit.attachment.AttachmentService;
import io.crmkit.attachment.AttachmentState;
import io.crmkit.attachment.DeleteAttachment;
import io.crmkit.attachment.FileLostException;
import io.crmkit.attachment.FileRefusedException;
import io.crmkit.attachment.FileUnavailableException;
import io.crmkit.attachment.RefusalCode;
import io.crmkit.attachment.StoredName;
import io.crmkit.attachment.SweepFiles;
import io.crmkit.attachment.SweepReport;
import io.crmkit.error.PermissionDeniedException;
import io.crmkit.retention.RecordKind;
import io.crmkit.spi.file.FileName;
import io.crmkit.spi.file.FileStoreException;
import io.crmkit.spi.file.FileStoreException.Kind;
import io.crmkit.spi.storage.AttachmentRecord;
import io.crmkit.testkit.FaultyStorage.Moment;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the file store and the records say of each other, and what a later inspection says of both. */
class SweepTest {
    private FileDesk files;
    private AttachmentService admin;

    @BeforeEach
    void open(@TempDir Path spool) {
        files = new FileDesk(spool);
        admin = files.desk.admin().attachments();
    }

    @AfterEach
    void close() {
        files.close();
    }

    private AttachmentRecord record(Attachment attachment) {
        return files.storage
                .<Optional<AttachmentRecord>>inTransaction(
                        tx -> tx.attachments().find(attachment.id()))
                .orElseThrow();
    }

    private FileName fileOf(Attachment attachment) {
        return new FileName(record(attachment).storedName().value());
    }

    private void change(Attachment attachment, UnaryOperator<AttachmentRecord> next) {
        files.storage.inTransaction(tx -> {
            tx.attachments().update(next.apply(record(attachment)));
            return true;
        });
    }

    private void put(FileName name, byte[] content) throws FileStoreException {
        files.files.put(name, content.length, new ByteArrayInputStream(content));
    }

    @Test
    void whatIsInOrderStaysAsItIs() {
        files.onNote();
        files.onTicket();

        SweepReport report = admin.sweep(SweepFiles.repairing());

        assertThat(report.files()).isEqualTo(2);
        assertThat(report.records()).isEqualTo(2);
        assertThat(report.withoutFile()).isEmpty();
        assertThat(report.withoutRecord()).isEmpty();
        assertThat(report.next()).isEmpty();
        assertThat(files.files.list(Optional.empty(), 10)).hasSize(2);
    }

    @Test
    void lookingChangesNothing() throws Exception {
        Attachment lost = files.onNote();
        StoredName orphan = record(lost).storedName();
        files.files.delete(fileOf(lost));
        FileName without = new FileName(FileDesk.otherName(orphan.value()));
        put(without, FileDesk.PICTURE);

        SweepReport report = admin.sweep(SweepFiles.look());

        assertThat(report.withoutFile()).containsExactly(lost.id());
        assertThat(report.withoutRecord()).extracting(StoredName::value).containsExactly(without.value());
        assertThat(admin.get(lost.id()).state()).isEqualTo(AttachmentState.STORED);
        assertThat(files.files.size(without)).isPresent();
    }

    @Test
    void aFileWithoutARecordIsRemovedAndAForeignOneIsNot() throws Exception {
        Attachment kept = files.onNote();
        FileName without = new FileName(FileDesk.otherName(fileOf(kept).value()));
        FileName foreign = new FileName("backup-2026.tar.gz");
        put(without, FileDesk.PICTURE);
        put(foreign, FileDesk.PICTURE);

        SweepReport report = admin.sweep(SweepFiles.repairing());

        assertThat(report.foreign()).isEqualTo(1);
        assertThat(files.files.size(without)).isEmpty();
        assertThat(files.files.size(foreign)).isPresent();
        assertThat(files.files.size(fileOf(kept))).isPresent();
    }

    @Test
    void aRecordWithoutAFileIsMarkedUntilTheFileIsThereAgain() throws Exception {
        Attachment attachment = files.onNote();
        files.files.delete(fileOf(attachment));
        refusal(FileLostException.class, () -> admin.open(attachment.id()));

        admin.sweep(SweepFiles.repairing());
        assertThat(admin.get(attachment.id()).state()).isEqualTo(AttachmentState.LOST);
        refusal(FileLostException.class, () -> admin.open(attachment.id()));

        put(fileOf(attachment), FileDesk.PICTURE);
        assertThat(admin.sweep(SweepFiles.repairing()).foundAgain()).containsExactly(attachment.id());
        assertThat(FileDesk.read(files.desk.admin(), attachment.id())).isEqualTo(FileDesk.PICTURE);
    }

    @Test
    void aFileThatWaitsIsNotMissing() {
        files.store.failAtCall(1, Moment.BEFORE, new FileStoreException(Kind.UNAVAILABLE, "planned"));
        files.onNote();

        SweepReport report = admin.sweep(SweepFiles.repairing());

        assertThat(report.waiting()).isEqualTo(1);
        assertThat(report.withoutFile()).isEmpty();
    }

    @Test
    void manyFilesAreSweptInStretches() throws Exception {
        Attachment kept = files.onNote();
        String end = fileOf(kept).value().substring(4);
        for (int i = 0; i < 2_500; i++) {
            put(new FileName(String.format("%04d", i) + end), new byte[] {1});
        }

        int orphans = 0;
        int stretches = 0;
        Optional<String> after = Optional.empty();
        do {
            SweepReport report = admin.sweep(new SweepFiles(true, after));
            orphans += report.withoutRecord().size();
            after = report.next();
            stretches++;
        } while (after.isPresent());

        assertThat(orphans).isEqualTo(2_500);
        assertThat(stretches).isEqualTo(3);
        assertThat(files.files.list(Optional.empty(), 10)).containsExactly(fileOf(kept));
    }

    @Test
    void aStoreThatIsAwaySaysSo() {
        files.onNote();
        files.store.failAtCall(1, Moment.BEFORE, new FileStoreException(Kind.UNAVAILABLE, "planned"));

        refusal(FileUnavailableException.class, () -> admin.sweep(SweepFiles.look()));
        refusal(
                PermissionDeniedException.class,
                () -> files.desk.sara().attachments().sweep(SweepFiles.look()));
    }

    @Test
    void aSweepInsideATransactionOfTheHostsIsRefused() {
        AttachmentService joining = files.desk
                .crm()
                .joining(files.storage)
                .as(Actor.agent("root", Role.ADMIN))
                .attachments();

        assertThatThrownBy(() -> joining.sweep(SweepFiles.look()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not on one that joins");
    }

    @Test
    void theFileOfAPurgedAttachmentIsAnOrphan() {
        Attachment attachment = files.onNote();
        admin.delete(DeleteAttachment.because(attachment.id(), "اشتباه"));
        files.desk.clock.advance(Duration.ofDays(2));

        files.storage.inTransaction(
                tx -> tx.retention().purge(RecordKind.DELETED_ATTACHMENTS, files.desk.clock.instant(), 10));

        assertThat(admin.sweep(SweepFiles.repairing()).withoutRecord()).hasSize(1);
        assertThat(files.files.list(Optional.empty(), 10)).isEmpty();
    }

    @Test
    void aFileThatIsNotWhatWasStoredIsNotHandedOut() throws Exception {
        Attachment attachment = files.onNote();
        byte[] other = FileDesk.PICTURE.clone();
        other[other.length / 2] ^= 1;
        put(fileOf(attachment), other);

        refusal(FileLostException.class, () -> admin.open(attachment.id()));
        put(fileOf(attachment), new byte[FileDesk.PICTURE.length + 1]);
        refusal(FileLostException.class, () -> admin.open(attachment.id()));
        assertThat(files.spooled()).isEmpty();
    }

    @Test
    void aDownloadThatBreaksIsNotHandedOutAndCanBeTriedAgain() {
        Attachment attachment = files.onNote();
        files.store.cutAtCall(1, 10);

        refusal(FileUnavailableException.class, () -> admin.open(attachment.id()));

        assertThat(files.spooled()).isEmpty();
        assertThat(FileDesk.read(files.desk.admin(), attachment.id())).isEqualTo(FileDesk.PICTURE);
    }

    @Test
    void whatALaterInspectionDoesNotLetInIsKeptFromEverybody() throws Exception {
        byte[] script = "%PDF-1.4\n1 0 obj <</S /JavaScript /JS (app.alert(1))>> endobj\n%%EOF"
                .getBytes(StandardCharsets.US_ASCII);
        Attachment good = files.onNote();
        Attachment bad = files.onTicket();
        put(fileOf(bad), script);
        change(good, record -> record.inspected(0));
        change(bad, record -> letInOnce(record, script));

        files.desk.pass(Duration.ZERO);

        assertThat(admin.get(good.id()).state()).isEqualTo(AttachmentState.STORED);
        assertThat(record(good).inspectedBy()).isPositive();
        assertThat(admin.get(bad.id()).state()).isEqualTo(AttachmentState.QUARANTINED);
        FileRefusedException refusal = refusal(FileRefusedException.class, () -> admin.open(bad.id()));
        assertThat(refusal.refusal()).isEqualTo(admin.get(bad.id()).quarantine().orElseThrow());
    }

    /** As if an inspection of former times had let it in. */
    private static AttachmentRecord letInOnce(AttachmentRecord record, byte[] content) {
        Attachment a = record.attachment();
        Attachment former = new Attachment(
                a.id(),
                a.version() + 1,
                a.to(),
                a.uploader(),
                a.at(),
                a.name(),
                a.type(),
                content.length,
                sha256(content),
                a.dimensions(),
                a.warnings(),
                a.state(),
                a.quarantine(),
                a.deletion());
        return new AttachmentRecord(former, record.storedName(), record.receivedSha256(), 0, Optional.empty());
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whileTheStoreIsAwayNothingIsPutInQuarantine() {
        Attachment attachment = files.onNote();
        change(attachment, record -> record.inspected(0));
        files.store.failAtCall(1, Moment.BEFORE, new FileStoreException(Kind.UNAVAILABLE, "planned"));

        files.desk.pass(Duration.ZERO);
        assertThat(record(attachment).inspectedBy()).isZero();
        files.desk.pass(Duration.ZERO);

        assertThat(record(attachment).inspectedBy()).isPositive();
        assertThat(admin.get(attachment.id()).quarantine()).isEqualTo(Optional.<RefusalCode>empty());
    }
}
