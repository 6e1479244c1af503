package io.crmkit.verify.node;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A {@link Writer} that was started by this process; killed at the latest when it is closed. */
final class Child implements AutoCloseable {
    private static final int MOST_MILLIS_TO_START = 120_000;

    private final Process process;
    private final Socket socket;
    private final BufferedReader out;

    private Child(Process process, Socket socket) throws IOException {
        this.process = process;
        this.socket = socket;
        out = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts one and waits until it is ready. */
    static Child start(String url, String user, String name) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(MOST_MILLIS_TO_START);
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            // It ends before it would be worth compiling much.
                            "-XX:TieredStopAtLevel=1",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Writer.class.getName(),
                            url,
                            user,
                            name,
                            Integer.toString(server.getLocalPort()))
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            Child child = new Child(process, accept(server, process));
            String first = child.line();
            if (!first.equals("ready")) {
                throw new IllegalStateException("the child says " + first);
            }
            return child;
        }
    }

    private static Socket accept(ServerSocket server, Process process) throws IOException {
        try {
            return server.accept();
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** The next line. */
    String line() {
        try {
            String line = out.readLine();
            if (line == null) {
                throw new IllegalStateException("the child has ended");
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next lines, so many. */
    List<String> lines(int count) {
        List<String> lines = new ArrayList<>();
        while (lines.size() < count) {
            lines.add(line());
        }
        return lines;
    }

    /** What it said until its end; half a line does not count. */
    List<String> rest() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int c = out.read(); c >= 0; c = out.read()) {
            text.append((char) c);
        }
        int end = text.lastIndexOf("\n");
        return end < 0 ? List.of() : text.substring(0, end).lines().toList();
    }

    /** Ends it where it stands; what it said before can still be read. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        socket.close();
    }
}
