package io.crmkit.ftp.internal;

import io.crmkit.spi.file.FileName;
import io.crmkit.spi.file.FileStoreException;
import io.crmkit.spi.file.FileStoreException.Kind;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.parser.MLSxEntryParser;

/** What is in the directories, with MLSD where the server has it, otherwise by names alone. */
final class Listing {
    /** A directory with some hundred thousand files; more means that something is wrong. */
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    private static final Duration FORGOTTEN = Duration.ofDays(1);
    private static final Pattern PART = Pattern.compile("[0-9a-f-]{36}\\.part");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);
    private static final int TIME_LENGTH = 14;

    private final Pool pool;
    private final Paths paths;

    /** What a directory has. */
    private record Entry(String name, Optional<Instant> changed) {}

    Listing(Pool pool, Paths paths) {
        this.pool = pool;
        this.paths = paths;
    }

    List<FileName> list(Optional<FileName> after, int most) throws FileStoreException {
        Deadline deadline = pool.deadline();
        List<String> shards = pool.call(deadline, connection -> entries(connection, paths.root())).stream()
                .map(Entry::name)
                .filter(Paths::isShard)
                .filter(shard -> after.map(name -> Paths.shard(name).compareTo(shard) <= 0)
                        .orElse(true))
                .sorted()
                .toList();
        List<FileName> found = new ArrayList<>();
        for (String shard : shards) {
            if (found.size() < most) {
                files(deadline, shard).stream()
                        .filter(name ->
                                after.map(last -> last.compareTo(name) < 0).orElse(true))
                        .limit((long) most - found.size())
                        .forEach(found::add);
            }
        }
        return List.copyOf(found);
    }

    /** In order; without what others put there. */
    private List<FileName> files(Deadline deadline, String shard) throws FileStoreException {
        return pool.call(deadline, connection -> entries(connection, paths.folder(shard))).stream()
                .flatMap(entry -> FileName.find(entry.name()).stream())
                .filter(name -> Paths.shard(name).equals(shard))
                .sorted()
                .toList();
    }

    /** Removes what was begun a day ago and never finished. */
    void clear(Deadline deadline) throws FileStoreException {
        Instant limit = InstantSource.system().instant().minus(FORGOTTEN);
        for (Entry entry : pool.call(deadline, connection -> entries(connection, paths.unfinished()))) {
            if (PART.matcher(entry.name()).matches()) {
                String path = paths.unfinished() + "/" + entry.name();
                Optional<Instant> changed = entry.changed().isPresent()
                        ? entry.changed()
                        : pool.call(deadline, connection -> changed(connection, path));
                if (changed.filter(limit::isAfter).isPresent()) {
                    pool.call(deadline, connection -> connection.command("DELE", path));
                }
            }
        }
    }

    private static Optional<Instant> changed(Connection connection, String path) throws IOException {
        if (connection.command("MDTM", path) != Replies.FILE_STATUS) {
            return Optional.empty();
        }
        String answer = connection.answer();
        try {
            String seconds = answer.substring(0, Math.min(TIME_LENGTH, answer.length()));
            return Optional.of(LocalDateTime.parse(seconds, TIME).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static List<Entry> entries(Connection connection, String directory) throws IOException, FileStoreException {
        boolean facts = connection.has("MLST");
        String command = facts ? "MLSD" : "NLST";
        List<Entry> entries = new ArrayList<>();
        for (String line : lines(connection, command, directory)) {
            if (facts) {
                Optional.ofNullable(MLSxEntryParser.parseEntry(line))
                        .filter(entry -> entry.isFile() || entry.isDirectory())
                        .map(Listing::entry)
                        .ifPresent(entries::add);
            } else {
                entries.add(new Entry(line.substring(line.lastIndexOf('/') + 1), Optional.empty()));
            }
        }
        return entries;
    }

    private static Entry entry(FTPFile file) {
        return new Entry(file.getName(), Optional.ofNullable(file.getTimestampInstant()));
    }

    /** Of a directory that is not there, or has nothing in it, some servers say that there is no such file. */
    private static List<String> lines(Connection connection, String command, String directory)
            throws IOException, FileStoreException {
        Data data;
        try {
            data = connection.transfer(command, directory, 0);
        } catch (FileStoreException e) {
            if (connection.isUsable() && connection.saidNoFile()) {
                return List.of();
            }
            throw e;
        }
        byte[] bytes;
        try {
            bytes = data.in().readNBytes(MOST_BYTES);
            if (bytes.length == MOST_BYTES) {
                throw new ProtocolException("the list has no end");
            }
        } catch (IOException e) {
            data.abandon();
            throw e;
        }
        try {
            data.complete(command);
        } catch (FileStoreException e) {
            if (bytes.length == 0 && connection.saidNoFile()) {
                return List.of();
            }
            throw new FileStoreException(Kind.UNAVAILABLE, "the list is not whole", e);
        }
        return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    }
}
