package io.crmkit.spi.storage;

import java.time.Duration;

/** How long a search may take. Thread-safe. */
public interface SearchBudget {
    /** Whether the time is over. Cheap enough to be asked for every hundredth row. */
    boolean isSpent();

    /** How much time is left; zero or less when it is over. */
    Duration left();
}
