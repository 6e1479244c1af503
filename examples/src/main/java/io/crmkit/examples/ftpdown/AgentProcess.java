package io.crmkit.examples.ftpdown;

import io.crmkit.attachment.Attachment;
import io.crmkit.attachment.AttachmentId;
import io.crmkit.examples.Console;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** The host's application as a process of its own, so that it can be killed: attaches the file, says so, and waits. */
public final class AgentProcess implements AutoCloseable {
    private final Process process;

    private AgentProcess(Process process) {
        this.process = process;
    }

    /** What the process does: {@code HOME PORT PICTURE}. */
    public static void main(String[] args) throws IOException {
        SupportDesk desk = SupportDesk.open(Path.of(args[0]), Integer.parseInt(args[1]));
        Attachment attachment = desk.noteWithPicture(Path.of(args[2]));
        Console.standard().print(attachment.id() + " " + attachment.state());
        while (System.in.read() >= 0) {
            // lives until it is killed, or whoever started it is gone
        }
        desk.close();
    }

    static AgentProcess start(Path home, int port, Path picture) throws IOException {
        return new AgentProcess(new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AgentProcess.class.getName(),
                        home.toString(),
                        Integer.toString(port),
                        picture.toString())
                .redirectError(Redirect.INHERIT)
                .start());
    }

    /** What it attached, and in which state, as soon as it has; empty if it died. */
    Optional<Attached> attached() throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = lines.readLine();
        if (line == null) {
            return Optional.empty();
        }
        String[] words = line.split(" ", 2);
        return Optional.of(new Attached(AttachmentId.parse(words[0]), words[1]));
    }

    /** An attachment, and its state then. */
    record Attached(AttachmentId id, String state) {}

    /** Ends it as a power cut does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
