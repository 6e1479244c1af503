package io.crmkit.examples.ftpdown;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.Role;
import io.crmkit.attachment.AttachFile;
import io.crmkit.attachment.Attachment;
import io.crmkit.attachment.AttachmentDownload;
import io.crmkit.attachment.AttachmentId;
import io.crmkit.customer.Customer;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.examples.storage.Arguments;
import io.crmkit.examples.storage.StorageOptions;
import io.crmkit.file.AttachmentSettings;
import io.crmkit.ftp.FtpFileStore;
import io.crmkit.note.AddNote;
import io.crmkit.note.Note;
import io.crmkit.note.NoteId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A CRM with its records in a file of H2, its files on an FTP server, and agent sara. */
final class SupportDesk implements AutoCloseable {
    /** Says when a file waits; the story says it itself. Kept here, since loggers that nobody holds forget their level. */
    private static final Logger CRM = Logger.getLogger("io.crmkit");

    private final StorageOptions.Opened records;
    private final Crm crm;

    private SupportDesk(StorageOptions.Opened records, Crm crm) {
        this.records = records;
        this.crm = crm;
    }

    static SupportDesk open(Path home, int port) {
        CRM.setLevel(Level.SEVERE);
        FtpFileStore files = FtpFileStore.builder(FileServer.HOST)
                .port(port)
                .login(FileServer.USER, () -> FileServer.PASSWORD)
                .allowPlaintext()
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        StorageOptions options = StorageOptions.of(new Arguments(List.of("--storage", "jpa"), StorageOptions.NAMES));
        StorageOptions.Opened records = options.open(home.resolve("records"));
        Crm crm = Crm.builder()
                .storage(records.storage())
                .attachments(AttachmentSettings.of(files, home.resolve("spool")))
                .build();
        return new SupportDesk(records, crm);
    }

    CrmSession sara() {
        return crm.as(Actor.agent("sara", Role.SUPPORT_AGENT));
    }

    int deliver() {
        return crm.runDue().delivered();
    }

    /** A note about a new customer, with that picture. */
    Attachment noteWithPicture(Path picture) throws IOException {
        Customer mahdi = sara().customers().register(RegisterCustomer.named("مهدی", "نیک‌پور"));
        Note note = sara().notes().add(AddNote.about(mahdi.id(), "عکس رسید واریز را فرستاد؛ پیوست است."));
        try (InputStream content = Files.newInputStream(picture)) {
            return sara().attachments().attach(AttachFile.toNote(note.id(), "رسید واریز.png"), content);
        }
    }

    Note note(Attachment attachment) {
        return sara().notes().get(new NoteId(attachment.to().id()));
    }

    /** The hash of what an agent gets who opens the file. */
    String hashOf(AttachmentId id) throws IOException {
        try (AttachmentDownload file = sara().attachments().open(id)) {
            return hash(file.content().readAllBytes());
        }
    }

    static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void close() {
        crm.close();
        records.close();
    }
}
