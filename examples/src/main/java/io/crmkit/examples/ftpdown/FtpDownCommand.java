package io.crmkit.examples.ftpdown;

import io.crmkit.attachment.Attachment;
import io.crmkit.attachment.AttachmentId;
import io.crmkit.attachment.AttachmentState;
import io.crmkit.examples.Console;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * {@code ftp-down}: an agent attaches a file while the FTP server is down, the process is killed, and the file arrives
 * when the server is up again.
 */
public final class FtpDownCommand {
    private static final long PAUSE_MILLIS = 500;
    private static final int MOST_PAUSES = 120;

    private final Console console;
    private int failed;

    private FtpDownCommand(Console console) {
        this.console = console;
    }

    /** Tells the story; 0 if all was as it should be, 1 if not, 2 if it was asked for wrongly or could not begin. */
    public static int run(List<String> options, Console console) {
        if (!options.isEmpty()) {
            console.err().println("ftp-down takes no options.");
            return 2;
        }
        try {
            Path folder = Files.createTempDirectory("crm-ftp-down");
            try {
                FtpDownCommand story = new FtpDownCommand(console);
                story.tell(folder);
                return story.failed == 0 ? 0 : 1;
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            console.err().println("The story cannot go on: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            console.err().println("Interrupted.");
        }
        return 2;
    }

    private void tell(Path folder) throws IOException, InterruptedException {
        Path picture = picture(folder.resolve("receipt.png"));
        String hash = SupportDesk.hash(Files.readAllBytes(picture));
        Path server = folder.resolve("server");
        int port = FileServer.freePort();
        console.print("   The FTP server of the exchange is down: nobody listens on port " + port + ".");
        AgentProcess.Attached attached = attach(folder, port, picture);
        try (SupportDesk desk = SupportDesk.open(folder, port)) {
            Attachment attachment = desk.sara().attachments().get(attached.id());
            console.print("   Another process starts with the same database and spool directory.");
            check(
                    desk.note(attachment).text().contains("پیوست"),
                    "the note is there: " + desk.note(attachment).text());
            check(attachment.sha256().equals(hash), "its file is the one that was attached: sha256 " + hash);
            check(desk.hashOf(attached.id()).equals(hash), "sara opens it where it waits, and the hash is the same");
            check(desk.deliver() == 0, "runDue delivers nothing: the server is still down");
            check(files(server).isEmpty(), "and nothing lies on the server");
            FileServer up = FileServer.start(port, server);
            try {
                delivered(desk, attached.id(), hash, server);
            } finally {
                up.close();
            }
        }
        console.print("");
        console.print(failed == 0 ? "All of it held." : failed + " did not hold.");
    }

    private void delivered(SupportDesk desk, AttachmentId id, String hash, Path server)
            throws IOException, InterruptedException {
        console.print("   The FTP server is back.");
        check(deliver(desk) == 1, "runDue delivers the file");
        check(desk.sara().attachments().get(id).state() == AttachmentState.STORED, "it is STORED");
        check(isOneFileWith(hash, server), "one file lies on the server: " + names(server));
        check(desk.hashOf(id).equals(hash), "sara opens it from the server, and the hash is the same");
        check(desk.deliver() == 0, "runDue has nothing more to deliver");
    }

    private AgentProcess.Attached attach(Path folder, int port, Path picture) throws IOException, InterruptedException {
        try (AgentProcess agent = AgentProcess.start(folder, port, picture)) {
            AgentProcess.Attached attached =
                    agent.attached().orElseThrow(() -> new IOException("the agent's process ended by itself"));
            check(
                    attached.state().equals("LOCAL"),
                    "sara's note and its attachment " + attached.id() + " are there at once: " + attached.state());
            agent.kill();
            console.print("   The process is killed with the file on its way.");
            return attached;
        }
    }

    /** After a failure the CRM leaves the server alone for half a minute. */
    private static int deliver(SupportDesk desk) throws InterruptedException {
        int delivered = desk.deliver();
        for (int i = 0; delivered == 0 && i < MOST_PAUSES; i++) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            delivered = desk.deliver();
        }
        return delivered;
    }

    private void check(boolean holds, String what) {
        failed += holds ? 0 : 1;
        console.print((holds ? "✔  " : "✘  ") + what);
    }

    private static Path picture(Path file) throws IOException {
        BufferedImage image = new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillOval(60, 40, 200, 120);
        pen.dispose();
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private static List<Path> files(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static String names(Path directory) throws IOException {
        return String.join(
                ", ",
                files(directory).stream()
                        .map(file -> file.getFileName().toString())
                        .toList());
    }

    private static boolean isOneFileWith(String hash, Path directory) throws IOException {
        List<Path> files = files(directory);
        return files.size() == 1
                && SupportDesk.hash(Files.readAllBytes(files.get(0))).equals(hash);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
