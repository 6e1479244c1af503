package io.crmkit.servers;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** H2 inside this JVM. */
public final class H2 {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private H2() {}

    /** A new empty database on the heap. */
    public static TestDatabase newDatabase() {
        return TestDatabase.at("jdbc:h2:mem:crm" + DATABASES.incrementAndGet() + ";DB_CLOSE_DELAY=-1", "sa");
    }

    /** The database in a file, which is made if it is not there. */
    public static TestDatabase in(Path file) {
        return TestDatabase.at("jdbc:h2:file:" + file.toAbsolutePath(), "sa");
    }
}
