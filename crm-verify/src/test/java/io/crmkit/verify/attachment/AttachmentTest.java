package io.crmkit.verify.attachment;

import static io.crmkit.verify.Desk.refusal;
import static io.crmkit.verify.Desk.refusedFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.Role;
import io.crmkit.attachment.AttachFile;
import io.crmkit.attachment.AttachedTo;
import io.crmkit.attachment.Attachment;
import io.crmkit.attachment.AttachmentDownload;
import io.crmkit.attachment.AttachmentState;
import io.crmkit.attachment.DeleteAttachment;
import io.crmkit.attachment.FileRefusedException;
import io.crmkit.attachment.RefusalCode;
import io.crmkit.attachment.StoredName;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerDirectory;
import io.crmkit.customer.MergeCustomers;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.error.NotFoundException;
import io.crmkit.error.PermissionDeniedException;
import io.crmkit.note.DeleteNote;
import io.crmkit.page.SortOrder;
import io.crmkit.spi.storage.AttachmentRecord;
import io.crmkit.spi.storage.AuditCriteria;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.verify.Desk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files on notes and tickets: who attaches, sees, opens, deletes and restores them. */
class AttachmentTest {
    private FileDesk files;
    private Desk desk;

    @BeforeEach
    void open(@TempDir Path spool) {
        files = new FileDesk(spool);
        desk = files.desk;
    }

    @AfterEach
    void close() {
        files.close();
    }

    private static AttachmentRecord record(FileDesk files, Attachment attachment) {
        return files.storage
                .<Optional<AttachmentRecord>>inTransaction(
                        tx -> tx.attachments().find(attachment.id()))
                .orElseThrow();
    }

    @Test
    void aFileIsStoredAndOpenedAsItCame() {
        Attachment attachment = files.onNote();

        assertThat(attachment.state()).isEqualTo(AttachmentState.STORED);
        assertThat(attachment.name().value()).isEqualTo("رسید.png");
        assertThat(attachment.size()).isEqualTo(FileDesk.PICTURE.length);
        assertThat(attachment.dimensions().orElseThrow().toString()).contains("64", "48");
        assertThat(FileDesk.read(desk.omid(), attachment.id())).isEqualTo(FileDesk.PICTURE);
        assertThat(desk.sara().attachments().get(attachment.id())).isEqualTo(attachment);
        assertThat(files.spooled()).isEmpty();
    }

    @Test
    void theStoredNameTellsFromWhomAndForWhomItCame() {
        CrmSession mail = desk.as(Actor.system("mail"));
        StoredName agents = record(files, files.onNote()).storedName();
        StoredName customers = record(files, files.onTicket()).storedName();
        StoredName mailed = record(
                        files,
                        mail.attachments()
                                .attach(
                                        AttachFile.toTicket(files.ticket.id(), "a.png")
                                                .byMail(),
                                        FileDesk.picture()))
                .storedName();

        assertThat(agents.value()).matches("[A-Za-z0-9]{20}-sara-" + files.ali + "\\.png");
        assertThat(customers.value()).matches("[A-Za-z0-9]{20}-self-" + files.ali + "\\.png");
        assertThat(mailed.value()).matches("[A-Za-z0-9]{20}-mail-" + files.ali + "\\.png");
    }

    @Test
    void onlyAutomationSpeaksOfMail() {
        AttachFile mailed = AttachFile.toTicket(files.ticket.id(), "a.png").byMail();

        refusal(PermissionDeniedException.class, () -> desk.sara().attachments().attach(mailed, FileDesk.picture()));
        refusal(
                PermissionDeniedException.class,
                () -> desk.customer(files.ali).attachments().attach(mailed, FileDesk.picture()));
    }

    @Test
    void aFileThatIsNotLetInLeavesNothing() {
        AttachFile command = AttachFile.toNote(files.note.id(), "رسید.pdf");
        int calls = files.store.calls();

        FileRefusedException refusal = refusal(
                FileRefusedException.class, () -> desk.sara().attachments().attach(command, FileDesk.picture()));

        assertThat(refusal.refusal()).isEqualTo(RefusalCode.EXTENSION_MISMATCH);
        assertThat(desk.sara().attachments().onNotes(List.of(files.note.id()))).isEmpty();
        assertThat(files.spooled()).isEmpty();
        assertThat(files.store.calls()).isEqualTo(calls);
    }

    @Test
    void theLimitBitesWhileTheFileIsRead() {
        AtomicLong given = new AtomicLong();
        InputStream endless = new GivenStream(() -> {
            given.incrementAndGet();
            return 7;
        });

        FileRefusedException refusal = refusal(
                FileRefusedException.class,
                () -> desk.sara().attachments().attach(AttachFile.toNote(files.note.id(), "a.png"), endless));

        assertThat(refusal.refusal()).isEqualTo(RefusalCode.TOO_LARGE);
        assertThat(given.get()).isEqualTo(5_242_881);
        assertThat(files.spooled()).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadLeavesNothing() {
        InputStream broken = new GivenStream(() -> {
            throw new IOException("the upload broke");
        });

        assertThatThrownBy(() -> desk.sara().attachments().attach(AttachFile.toNote(files.note.id(), "a.png"), broken))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(files.spooled()).isEmpty();
        assertThat(desk.sara().attachments().onNotes(List.of(files.note.id()))).isEmpty();
    }

    @Test
    void aRepeatedCommandReturnsTheFirstAttachmentAndReadsNothing() {
        AttachFile command = AttachFile.toNote(files.note.id(), "a.png").once("upload-1");
        Attachment first = desk.sara().attachments().attach(command, FileDesk.picture());

        Attachment second = desk.sara().attachments().attach(command, new GivenStream(() -> {
            throw new AssertionError("read again");
        }));

        assertThat(second).isEqualTo(first);
        assertThat(desk.sara().attachments().onNotes(List.of(files.note.id())))
                .isEqualTo(Map.of(files.note.id(), List.of(first)));
    }

    @Test
    void onlyTheAuthorAttachesToANote() {
        AttachFile command = AttachFile.toNote(files.note.id(), "a.png");

        refusal(PermissionDeniedException.class, () -> desk.omid().attachments().attach(command, FileDesk.picture()));
        refusal(
                PermissionDeniedException.class,
                () -> desk.admin().attachments().attach(command, FileDesk.picture()));
        refusal(
                NotFoundException.class,
                () -> desk.customer(files.ali).attachments().attach(command, FileDesk.picture()));
    }

    @Test
    void aClosedTicketTakesNoFile() {
        desk.reply(files.ticket, TicketStatus.SOLVED);
        desk.pass(Duration.ofDays(60));
        assertThat(desk.stored(files.ticket).status()).isEqualTo(TicketStatus.CLOSED);

        assertThat(refusedFields(() -> files.onTicket())).containsExactly("attachment.to");
    }

    @Test
    void theCustomerSeesWhatIsPublicOfHisTicketsOnly() {
        Attachment own = files.onTicket();
        Attachment answer =
                desk.sara().attachments().attach(AttachFile.toTicket(files.ticket.id(), "b.png"), FileDesk.picture());
        Attachment internal =
                desk.sara().attachments().attach(AttachFile.internally(files.ticket.id(), "c.png"), FileDesk.picture());
        CrmSession ali = desk.customer(files.ali);
        CrmSession other = desk.customer(desk.host()
                .customers()
                .register(RegisterCustomer.named("கவிதா", ""))
                .id());

        assertThat(ali.attachments().onTicket(files.ticket.id())).containsExactly(own, answer);
        assertThat(desk.sara().attachments().onTicket(files.ticket.id())).containsExactly(own, answer, internal);
        assertThat(FileDesk.read(ali, answer.id())).isEqualTo(FileDesk.PICTURE);
        refusal(NotFoundException.class, () -> ali.attachments().get(internal.id()));
        refusal(NotFoundException.class, () -> ali.attachments().open(internal.id()));
        refusal(
                NotFoundException.class,
                () -> ali.attachments().get(files.onNote().id()));
        refusal(NotFoundException.class, () -> other.attachments().onTicket(files.ticket.id()));
        refusal(NotFoundException.class, () -> other.attachments().open(own.id()));
        refusal(
                NotFoundException.class,
                () -> ali.attachments().attach(AttachFile.internally(files.ticket.id(), "d.png"), FileDesk.picture()));
    }

    @Test
    void whoMayNotReadTheTicketAnyMoreFindsNoFile() {
        Attachment attachment = files.onTicket();
        CrmSession elsewhere = desk.kavitha();

        refusal(NotFoundException.class, () -> elsewhere.attachments().get(attachment.id()));
        refusal(NotFoundException.class, () -> elsewhere.attachments().open(attachment.id()));
        refusal(
                NotFoundException.class,
                () -> elsewhere.attachments().delete(DeleteAttachment.because(attachment.id(), "x")));
    }

    @Test
    void theAuditorSeesThatThereIsAFileAndDoesNotOpenIt() {
        Attachment attachment = files.onTicket();

        assertThat(desk.auditor().attachments().onTicket(files.ticket.id())).containsExactly(attachment);
        refusal(
                PermissionDeniedException.class,
                () -> desk.auditor().attachments().open(attachment.id()));
    }

    @Test
    void filesOfADeletedNoteAreGoneWithIt() {
        Attachment attachment = files.onNote();

        desk.sara().notes().delete(DeleteNote.own(files.note.id()));

        refusal(NotFoundException.class, () -> desk.sara().attachments().get(attachment.id()));
        refusal(NotFoundException.class, () -> desk.admin().attachments().open(attachment.id()));
        assertThat(desk.sara().attachments().onNotes(List.of(files.note.id()))).isEmpty();
    }

    @Test
    void othersDeleteForAReasonWithinTheirReachOnly() {
        Attachment attachment = files.onNote();

        refusal(
                PermissionDeniedException.class,
                () -> desk.omid().attachments().delete(DeleteAttachment.because(attachment.id(), "دوباره")));
        refusal(
                PermissionDeniedException.class,
                () -> desk.supervisor().attachments().delete(DeleteAttachment.own(attachment.id())));
        desk.supervisor().attachments().delete(DeleteAttachment.because(attachment.id(), "دوباره"));

        refusal(NotFoundException.class, () -> desk.sara().attachments().get(attachment.id()));
        refusal(
                NotFoundException.class,
                () -> desk.supervisor().attachments().delete(DeleteAttachment.because(attachment.id(), "باز")));
    }

    @Test
    void aDeletedFileIsRestoredByWhoDeletedItOrReachesIt() {
        AttachedTo note = AttachedTo.note(files.note.id());
        Attachment attachment = files.onNote();
        desk.sara().attachments().delete(DeleteAttachment.own(attachment.id()));

        assertThat(desk.sara().attachments().deleted(note))
                .extracting(Attachment::id)
                .containsExactly(attachment.id());
        assertThat(desk.omid().attachments().deleted(note)).isEmpty();
        refusal(NotFoundException.class, () -> desk.omid().attachments().restore(attachment.id()));
        Attachment restored = desk.sara().attachments().restore(attachment.id());

        assertThat(restored.deletion()).isEmpty();
        assertThat(restored.version()).isEqualTo(attachment.version() + 2);
        assertThat(FileDesk.read(desk.sara(), attachment.id())).isEqualTo(FileDesk.PICTURE);
        assertThat(desk.supervisor().attachments().deleted(note)).isEmpty();
    }

    @Test
    void adviceForBrowsersShowsNothingInPlaceAndKeepsTheName() {
        Attachment attachment = desk.sara()
                .attachments()
                .attach(AttachFile.toNote(files.note.id(), "رسید\r\nX: \"1\".PNG"), FileDesk.picture());

        try (AttachmentDownload file = desk.sara().attachments().open(attachment.id())) {
            assertThat(file.headers())
                    .containsEntry("Content-Type", "image/png")
                    .containsEntry("Content-Length", Integer.toString(FileDesk.PICTURE.length))
                    .containsEntry("X-Content-Type-Options", "nosniff")
                    .containsEntry("Content-Security-Policy", "default-src 'none'; sandbox")
                    .containsEntry("Cache-Control", "private, no-store")
                    .containsEntry(
                            "Content-Disposition",
                            "attachment; filename=\"file.png\"; filename*=UTF-8''%D8%B1%D8%B3%DB%8C%D8%AFX_%20_1_.png");
        }
    }

    @Test
    void whatWasDoneWithAFileIsInTheAudit() {
        Attachment attachment = files.onNote();
        FileDesk.read(desk.omid(), attachment.id());
        desk.sara().attachments().delete(DeleteAttachment.own(attachment.id()));
        desk.sara().attachments().restore(attachment.id());

        assertThat(files.storage.<List<String>>inTransaction(tx ->
                        tx
                                .audit()
                                .list(AuditCriteria.within(Reach.all()), Slice.first(SortOrder.OLDEST_FIRST, 100))
                                .stream()
                                .filter(entry -> entry.target().type().equals("attachment"))
                                .map(entry -> entry.by() + " " + entry.action())
                                .toList()))
                .containsExactly("sara FILE_ATTACHED", "omid FILE_OPENED", "sara FILE_DELETED", "sara FILE_RESTORED");
    }

    @Test
    void aCrmWithoutFilesSaysWhatIsMissing() {
        Desk plain = new Desk();
        CrmSession agent = plain.as(Actor.agent("sara", Role.SUPPORT_AGENT));

        assertThatThrownBy(() -> agent.attachments()
                        .attach(AttachFile.toNote(files.note.id(), "a.png"), new ByteArrayInputStream(new byte[0])))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("CrmBuilder.attachments");
    }

    @Test
    void aCustomerWhoWasMergedFindsWhatHeAttachedBefore() {
        AttachFile command = AttachFile.toTicket(files.ticket.id(), "a.png").once("k");
        Attachment first = files.desk.customer(files.ali).attachments().attach(command, FileDesk.picture());
        CustomerDirectory directory = files.desk.admin().customers();
        Customer survivor = directory.register(RegisterCustomer.named("علی", "رضائی"));
        directory.merge(MergeCustomers.of(survivor, directory.get(files.ali)));

        Attachment again = files.desk.customer(files.ali).attachments().attach(command, FileDesk.picture());

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(FileDesk.read(files.desk.customer(files.ali), first.id())).isEqualTo(FileDesk.PICTURE);
    }
}
