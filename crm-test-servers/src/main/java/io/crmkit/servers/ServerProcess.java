package io.crmkit.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A process of a server, whose output is read so that it never blocks. No thread of it keeps the JVM alive. */
final class ServerProcess {
    private static final long START_SECONDS = 60;
    private static final long STOP_SECONDS = 10;

    private final Process process;

    private ServerProcess(Process process) {
        this.process = process;
    }

    static ServerProcess start(ProcessBuilder builder) throws IOException {
        return new ServerProcess(builder.start());
    }

    /** Returns once it says this; if it ends before or says it too late, it is stopped and that is a failure. */
    void awaitOutput(String sign) {
        CompletableFuture<Boolean> ready = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(sign, ready), "crmkit-servers-output");
        reader.setDaemon(true);
        reader.start();
        try {
            ready.orTimeout(START_SECONDS, TimeUnit.SECONDS).join();
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
    }

    /** Returns when it has ended, and so writes no more. */
    void stop() {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, STOP_SECONDS, TimeUnit.SECONDS)
                .join();
        process.destroyForcibly();
        process.onExit().join();
    }

    private void read(String sign, CompletableFuture<Boolean> ready) {
        StringBuilder before = new StringBuilder();
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.contains(sign)) {
                    ready.complete(true);
                }
                if (!ready.isDone()) {
                    before.append(line).append('\n');
                }
            }
        } catch (IOException e) {
            before.append(e);
        }
        ready.completeExceptionally(new IllegalStateException("The server ended: " + before));
    }
}
