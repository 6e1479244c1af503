package io.crmkit.examples.features;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.Role;
import io.crmkit.attachment.AttachFile;
import io.crmkit.attachment.Attachment;
import io.crmkit.attachment.AttachmentDownload;
import io.crmkit.attachment.FileRefusedException;
import io.crmkit.attachment.RefusalTexts;
import io.crmkit.customer.Customer;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.examples.Console;
import io.crmkit.file.AttachmentSettings;
import io.crmkit.file.LocalFileStore;
import io.crmkit.note.AddNote;
import io.crmkit.note.Note;
import io.crmkit.storage.memory.MemoryStorage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Files on notes: only what it claims to be gets in, and what comes out is what went in. */
public final class FilesMain {
    private FilesMain() {}

    /** Runs it. */
    public static void main(String[] args) {
        run(Console.standard());
    }

    static void run(Console console) {
        try {
            Path folder = Files.createTempDirectory("crm-files");
            try (Crm crm = Crm.builder()
                    .storage(MemoryStorage.create())
                    .attachments(AttachmentSettings.of(
                            LocalFileStore.in(Files.createDirectory(folder.resolve("store"))), folder.resolve("spool")))
                    .build()) {
                show(crm.as(Actor.agent("sara", Role.SUPPORT_AGENT)), console);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void show(CrmSession sara, Console console) throws IOException {
        Customer ali = sara.customers().register(RegisterCustomer.named("علی", "رضایی"));
        Note note = sara.notes().add(AddNote.about(ali.id(), "رسید را فرستاد"));
        Attachment receipt = sara.attachments().attach(AttachFile.toNote(note.id(), "رسید.png"), picture());
        console.print("kept: " + receipt.type().mediaType() + ", " + receipt.state());
        InputStream page = new ByteArrayInputStream("<script>steal()</script>".getBytes(StandardCharsets.UTF_8));
        try {
            sara.attachments().attach(AttachFile.toNote(note.id(), "رسید.png"), page);
        } catch (FileRefusedException e) {
            console.print("a web page called .png: " + e.refusal());
            console.print("to the customer: " + RefusalTexts.of(e.refusal(), Locale.ENGLISH));
        }
        try (AttachmentDownload file = sara.attachments().open(receipt.id())) {
            console.print("opened: " + file.content().readAllBytes().length + " bytes of " + receipt.size() + ", "
                    + file.headers().get("X-Content-Type-Options"));
        }
        console.print(
                "on the note: " + sara.attachments().onNotes(List.of(note.id())).values());
    }

    private static InputStream picture() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(32, 20, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
