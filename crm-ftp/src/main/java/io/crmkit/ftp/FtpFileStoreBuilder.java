package io.crmkit.ftp;

import io.crmkit.ftp.internal.Settings;
import io.crmkit.ftp.internal.Tls;
import io.crmkit.spi.file.FileName;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what an {@link FtpFileStore} is made of. Each option is set once. Not thread-safe. */
public final class FtpFileStoreBuilder {
    private static final int FTP = 21;
    private static final int LAST_PORT = 65_535;
    private static final int MOST_CONNECTIONS = 64;
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final String host;
    private @Nullable Integer port;
    private @Nullable String user;
    private @Nullable Supplier<String> password;
    private @Nullable String directory;
    private @Nullable KeyStore trusted;
    private @Nullable Boolean newestTls;
    private @Nullable Boolean plaintext;
    private @Nullable Boolean readBack;
    private @Nullable Integer connections;
    private @Nullable Duration connectTimeout;
    private @Nullable Duration replyTimeout;
    private @Nullable Duration dataTimeout;
    private @Nullable Duration callTimeout;
    private @Nullable Duration idleTimeout;

    FtpFileStoreBuilder(String host) {
        this.host = Objects.requireNonNull(host, "host");
    }

    /** Where the server listens; 21 if nobody says. */
    public FtpFileStoreBuilder port(int value) {
        port = once("port", port, value);
        return this;
    }

    /**
     * Who logs in; must be set.
     *
     * @param name the user's name
     * @param secret asked for the password at each login, so that it may change
     */
    public FtpFileStoreBuilder login(String name, Supplier<String> secret) {
        user = once("login", user, name);
        password = Objects.requireNonNull(secret, "password");
        return this;
    }

    /**
     * Where the files are: names as of files, with slashes between them; with one in front it counts from the server's
     * root, otherwise from where the login begins. Made if it is missing. {@code crm} if nobody says.
     */
    public FtpFileStoreBuilder directory(String value) {
        directory = once("directory", directory, value);
        return this;
    }

    /**
     * Whose certificates to trust; those that the Java platform trusts if nobody says. The name and the dates of the
     * server's own certificate count all the same.
     */
    public FtpFileStoreBuilder trusted(KeyStore certificates) {
        trusted = once("trusted", trusted, certificates);
        return this;
    }

    /**
     * Speaks TLS 1.3 with servers that have it. Without this it is 1.2, since Java cannot keep up the resumed sessions of
     * 1.3 that many servers demand for data connections; fine for servers that demand none.
     */
    public FtpFileStoreBuilder allowTls13() {
        newestTls = once("allowTls13", newestTls, true);
        return this;
    }

    /**
     * Goes without TLS: the password and all files can be read and changed by whoever is on the way. For servers within
     * one machine or a protected network. Logs a warning.
     */
    public FtpFileStoreBuilder allowPlaintext() {
        plaintext = once("allowPlaintext", plaintext, true);
        return this;
    }

    /** Fetches each file again after it was sent, and compares, before it counts as stored. Takes twice as long. */
    public FtpFileStoreBuilder readBack() {
        readBack = once("readBack", readBack, true);
        return this;
    }

    /** How many connections there are at most, 1 to 64; 4 if nobody says. Who needs one more waits. */
    public FtpFileStoreBuilder connections(int value) {
        connections = once("connections", connections, value);
        return this;
    }

    /** How long connecting may take; 10 seconds if nobody says. 1 millisecond to 1 hour, as all times here. */
    public FtpFileStoreBuilder connectTimeout(Duration value) {
        connectTimeout = once("connectTimeout", connectTimeout, value);
        return this;
    }

    /** How long an answer may take; 15 seconds if nobody says. */
    public FtpFileStoreBuilder replyTimeout(Duration value) {
        replyTimeout = once("replyTimeout", replyTimeout, value);
        return this;
    }

    /** How long the bytes of a file may stand still; 30 seconds if nobody says. */
    public FtpFileStoreBuilder dataTimeout(Duration value) {
        dataTimeout = once("dataTimeout", dataTimeout, value);
        return this;
    }

    /** How long a call may take, or a read of an opened file, whatever happens in it; 2 minutes if nobody says. */
    public FtpFileStoreBuilder callTimeout(Duration value) {
        callTimeout = once("callTimeout", callTimeout, value);
        return this;
    }

    /** After which time without work a connection is not used any more; 1 minute if nobody says. */
    public FtpFileStoreBuilder idleTimeout(Duration value) {
        idleTimeout = once("idleTimeout", idleTimeout, value);
        return this;
    }

    /**
     * Makes the store. Connects to nothing.
     *
     * @throws IllegalStateException if something is wrong; the message lists all of it
     */
    public FtpFileStore build() {
        boolean plain = plaintext != null;
        Settings settings = new Settings(
                new Settings.Server(
                        host, or(port, FTP), user == null ? "" : user, password == null ? () -> "" : password),
                or(directory, "crm"),
                plain ? Optional.empty() : Optional.of(Tls.trusting(trusted, newestTls != null)),
                new Settings.Times(
                        or(connectTimeout, Duration.ofSeconds(10)),
                        or(replyTimeout, Duration.ofSeconds(15)),
                        or(dataTimeout, Duration.ofSeconds(30)),
                        or(callTimeout, Duration.ofMinutes(2)),
                        or(idleTimeout, Duration.ofMinutes(1))),
                or(connections, 4),
                readBack != null);
        check(settings);
        if (plain) {
            Logger log = System.getLogger(FtpFileStore.class.getName());
            log.log(Level.WARNING, "Files go to the FTP server without TLS: who is on the way can read them");
        }
        return new FtpFileStore(settings);
    }

    private void check(Settings settings) {
        List<String> problems = new ArrayList<>();
        require(problems, host.matches("[A-Za-z0-9.:_-]{1,253}"), "host must be a name or an address");
        require(problems, user != null && isLine(user), "login must be set, with a name of one line");
        require(
                problems,
                settings.server().port() >= 1 && settings.server().port() <= LAST_PORT,
                "port must be 1 to " + LAST_PORT);
        require(
                problems,
                isDirectory(settings.directory()),
                "directory must be names with single slashes between them");
        require(
                problems,
                settings.connections() >= 1 && settings.connections() <= MOST_CONNECTIONS,
                "connections must be 1 to " + MOST_CONNECTIONS);
        require(
                problems,
                plaintext == null || (trusted == null && newestTls == null),
                "allowPlaintext goes without TLS: leave trusted and allowTls13 out");
        Settings.Times times = settings.times();
        for (Duration time : List.of(times.connect(), times.reply(), times.data(), times.call(), times.idle())) {
            require(
                    problems,
                    time.compareTo(SHORTEST) >= 0 && time.compareTo(LONGEST) <= 0,
                    "each timeout must be 1 millisecond to 1 hour");
        }
        if (!problems.isEmpty()) {
            throw new IllegalStateException("The file store cannot start:\n - "
                    + String.join("\n - ", problems.stream().distinct().toList()));
        }
    }

    private static void require(List<String> problems, boolean holds, String problem) {
        if (!holds) {
            problems.add(problem);
        }
    }

    private static boolean isLine(String text) {
        return !text.isEmpty() && text.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isDirectory(String path) {
        String relative = path.startsWith("/") ? path.substring(1) : path;
        return relative.isEmpty()
                || Arrays.stream(relative.split("/", -1))
                        .allMatch(part -> FileName.find(part).isPresent());
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    private static <T> T once(String option, @Nullable T present, T value) {
        if (present != null) {
            throw new IllegalStateException(option + " is set already: set it once");
        }
        return Objects.requireNonNull(value, option);
    }
}
