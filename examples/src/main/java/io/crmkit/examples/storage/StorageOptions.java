package io.crmkit.examples.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.storage.jpa.JpaStorage;
import io.crmkit.storage.memory.MemoryStorage;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Where an example keeps its records.
 *
 * @param durable whether in a database
 * @param url which one; empty means a file of H2
 * @param user its user
 * @param password the user's password
 */
public record StorageOptions(boolean durable, Optional<String> url, Optional<String> user, String password) {
    /** The names of the options. */
    public static final Set<String> NAMES = Set.of("--storage", "--url", "--user", "--password-env");

    /** How they are written. */
    public static final String USAGE =
            "[--storage memory|jpa [--url JDBC-URL [--user NAME] [--password-env VARIABLE]]]";

    private static final String H2_USER = "sa";

    /** Hibernate tells of itself when it starts; kept here, since loggers that nobody holds forget their level. */
    private static final Logger HIBERNATE = Logger.getLogger("org.hibernate");

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException with a sentence if they do not go together
     */
    public static StorageOptions of(Arguments arguments) {
        String storage = arguments.find("--storage").orElse("memory");
        if (!Set.of("memory", "jpa").contains(storage)) {
            throw new IllegalArgumentException("--storage must be memory or jpa.");
        }
        boolean durable = storage.equals("jpa");
        Optional<String> url = arguments.find("--url");
        if (!durable && url.isPresent()) {
            throw new IllegalArgumentException("--url needs --storage jpa.");
        }
        if (url.isPresent() && !url.get().startsWith("jdbc:")) {
            throw new IllegalArgumentException("--url must begin with jdbc:");
        }
        String password = arguments
                .find("--password-env")
                .map(name -> Optional.ofNullable(System.getenv(name))
                        .orElseThrow(
                                () -> new IllegalArgumentException("There is no environment variable " + name + ".")))
                .orElse("");
        return new StorageOptions(durable, url, arguments.find("--user"), password);
    }

    /** No file is printed, nor a password. */
    @Override
    public String toString() {
        return durable ? "jpa" : "memory";
    }

    /** An open storage; closing it closes the pool behind it too. */
    public record Opened(CrmStorage storage, AutoCloseable pool) implements AutoCloseable {
        @Override
        public void close() {
            storage.close();
            try {
                pool.close();
            } catch (Exception e) {
                throw new IllegalStateException("the pool would not close", e);
            }
        }
    }

    /**
     * Opens it.
     *
     * @param file where H2 keeps its records if no URL is given
     * @throws IllegalStateException if the database cannot be reached
     */
    public Opened open(Path file) {
        if (!durable) {
            return new Opened(MemoryStorage.create(), () -> {});
        }
        HIBERNATE.setLevel(Level.WARNING);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url.orElse("jdbc:h2:file:" + file.toAbsolutePath()));
        user.or(() -> config.getJdbcUrl().startsWith("jdbc:h2:") ? Optional.of(H2_USER) : Optional.empty())
                .ifPresent(config::setUsername);
        config.setPassword(password);
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(10_000);
        HikariDataSource pool = new HikariDataSource(config);
        try {
            return new Opened(JpaStorage.builder(pool).build(), pool);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }
}
