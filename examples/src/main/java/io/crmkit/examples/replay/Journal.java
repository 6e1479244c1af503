package io.crmkit.examples.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far a replay came, in a file beside the reports: one line for each event when it was done, with the id that it made
 * or the code that it was refused with. An event that was done but not yet written down is done again under its
 * idempotency key, which gives the same result.
 */
final class Journal implements AutoCloseable {
    private static final String REFUSED = "!";

    private final Optional<FileChannel> file;
    private final Map<Integer, String> done = new HashMap<>();
    private boolean continued;

    private Journal(Optional<FileChannel> file) {
        this.file = file;
    }

    /** For a storage that ends with the process: nothing is kept. */
    static Journal none() {
        return new Journal(Optional.empty());
    }

    /**
     * Opens or begins the file.
     *
     * @param input what tells one input from another
     * @throws IllegalStateException if the file belongs to another input
     */
    static Journal open(Path path, String input) throws IOException {
        boolean fresh = !Files.exists(path);
        FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        Journal journal = new Journal(Optional.of(file));
        if (fresh || file.size() == 0) {
            journal.append(input);
        } else {
            journal.read(path, input);
        }
        return journal;
    }

    /** Reads what is there; a last line that was cut off is left out, and written over. */
    private void read(Path path, String input) throws IOException {
        String text = Files.readString(path, StandardCharsets.US_ASCII);
        int end = text.lastIndexOf('\n') + 1;
        List<String> lines = text.substring(0, end).lines().toList();
        if (!lines.isEmpty() && !lines.get(0).equals(input)) {
            throw new IllegalStateException(
                    path + " tells of another input: give another --out, or remove it and" + " empty the database");
        }
        FileChannel channel = file.orElseThrow();
        channel.truncate(end);
        channel.position(end);
        if (lines.isEmpty()) {
            append(input);
        }
        continued = !lines.isEmpty();
        lines.stream().skip(1).forEach(line -> {
            int space = line.indexOf(' ');
            done.put(Integer.valueOf(line.substring(0, space)), line.substring(space + 1));
        });
    }

    /** Whether an earlier run has begun. */
    boolean isContinued() {
        return continued;
    }

    /** What an event made: the id of a record, or nothing; empty if it was not done yet. */
    Optional<String> result(Event event) {
        return Optional.ofNullable(done.get(event.line())).filter(result -> !result.startsWith(REFUSED));
    }

    /** The code that an event was refused with; empty if it was not. */
    Optional<String> refusal(Event event) {
        return Optional.ofNullable(done.get(event.line()))
                .filter(result -> result.startsWith(REFUSED))
                .map(result -> result.substring(REFUSED.length()));
    }

    /** Writes down that an event is done. */
    void done(Event event, String id) {
        append(event.line() + " " + id);
    }

    /** Writes down that an event was refused. */
    void refused(Event event, String code) {
        append(event.line() + " " + REFUSED + code);
    }

    private void append(String line) {
        file.ifPresent(channel -> {
            try {
                ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.US_ASCII));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(false);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public void close() throws IOException {
        if (file.isPresent()) {
            file.get().close();
        }
    }
}
