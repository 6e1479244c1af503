package io.crmkit.verify.attachment;

import io.crmkit.CrmSession;
import io.crmkit.actor.CustomerId;
import io.crmkit.attachment.AttachFile;
import io.crmkit.attachment.Attachment;
import io.crmkit.attachment.AttachmentDownload;
import io.crmkit.attachment.AttachmentId;
import io.crmkit.file.AttachmentSettings;
import io.crmkit.note.AddNote;
import io.crmkit.note.Note;
import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.storage.memory.MemoryFileStore;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.testkit.FaultyFileStore;
import io.crmkit.ticket.Ticket;
import io.crmkit.verify.Desk;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A desk that keeps files in a store that can be made to fail. */
final class FileDesk implements AutoCloseable {
    /** A picture as programs write it: nothing in it is cleaned away. */
    static final byte[] PICTURE = MadeImages.written(MadeImages.drawn(64, 48, BufferedImage.TYPE_INT_RGB), "png");

    final MemoryFileStore files = MemoryFileStore.create();
    final FaultyFileStore store = new FaultyFileStore(files);
    final CrmStorage storage;
    final Path spool;
    final Desk desk;
    final CustomerId ali;
    final Ticket ticket;
    final Note note;

    FileDesk(Path spool) {
        this(spool, MemoryStorage.create(), settings -> settings);
    }

    FileDesk(Path spool, CrmStorage storage, UnaryOperator<AttachmentSettings> changed) {
        this.spool = spool;
        this.storage = storage;
        desk = Desk.keeping(changed.apply(AttachmentSettings.of(store, spool)), storage);
        ali = desk.ali().id();
        ticket = desk.open(ali);
        note = desk.sara().notes().add(AddNote.about(ali, "رسید را فرستاد"));
    }

    static InputStream picture() {
        return new ByteArrayInputStream(PICTURE);
    }

    /** Sara's picture on her note. */
    Attachment onNote() {
        return desk.sara().attachments().attach(AttachFile.toNote(note.id(), "رسید.png"), picture());
    }

    /** Ali's picture on his ticket. */
    Attachment onTicket() {
        return desk.customer(ali).attachments().attach(AttachFile.toTicket(ticket.id(), "ரசீது.png"), picture());
    }

    /** All bytes of a file, as that actor gets them. */
    static byte[] read(CrmSession session, AttachmentId id) {
        try (AttachmentDownload file = session.attachments().open(id)) {
            return file.content().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another name of the form of that stored one, whatever random character it begins with. */
    static String otherName(String name) {
        return (name.startsWith("0") ? "1" : "0") + name.substring(1);
    }

    /** What lies in the spool directory, but for its lock. */
    List<String> spooled() {
        try (Stream<Path> files = Files.list(spool)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("spool.lock"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        desk.crm().close();
    }
}
