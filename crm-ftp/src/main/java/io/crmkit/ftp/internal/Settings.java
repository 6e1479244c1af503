package io.crmkit.ftp.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the host said, checked.
 *
 * @param server where the server is and who logs in
 * @param directory where the files are, without a slash at the end; empty for where the login begins
 * @param tls how connections are secured; empty for not at all
 * @param times how long to wait
 * @param connections the most at a time
 * @param readBack whether what was sent is fetched again and compared before it counts
 */
public record Settings(
        Server server, String directory, Optional<Tls> tls, Times times, int connections, boolean readBack) {

    /** Where the server is, and who logs in. */
    public record Server(String host, int port, String user, Supplier<String> password) {
        /** Without who logs in. */
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /**
     * How long to wait.
     *
     * @param connect for a connection
     * @param reply for an answer to a command
     * @param data for the next bytes of a file, or for the server to take some
     * @param call for everything that one call, or one read, does
     * @param idle how long a connection without work is kept
     */
    public record Times(Duration connect, Duration reply, Duration data, Duration call, Duration idle) {}
}
