package io.crmkit.storage.memory;

import io.crmkit.spi.storage.UploadStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** How many files came from whom on a day. */
final class MemoryUploads implements UploadStore {
    private static final UUID NOBODY = new UUID(0, 0);
    /** One row for each file, at the first free number of its uploader and day. */
    private static final Layout<Counted> COUNTS = new Layout<>(
            "upload count", row -> Listings.at(row.at(), NOBODY, row.key()).in(row.account()));

    private final Transaction transaction;

    MemoryUploads(Transaction transaction) {
        this.transaction = transaction;
    }

    /** A file that was counted. */
    private record Counted(String account, int number, Instant at) {
        String key() {
            return account + "\n" + number;
        }
    }

    @Override
    public int counted(String uploader, LocalDate day) {
        return transaction.table(COUNTS).group(account(uploader, day)).size();
    }

    /** Goes along the numbers, waiting for others that take one at the moment. */
    @Override
    public boolean count(String uploader, LocalDate day, int most, Instant at) {
        for (int number = 1; number <= most; number++) {
            Counted wanted = new Counted(account(uploader, day), number, at);
            if (transaction.lock(COUNTS, wanted.key()).isEmpty()) {
                transaction.write(COUNTS, wanted.key(), wanted);
                return true;
            }
        }
        return false;
    }

    /** Removes those from before a time. */
    static int purge(Transaction transaction, Instant limit, int most) {
        return Purge.of(transaction, COUNTS, row -> true).before(limit, most);
    }

    /** No uploader has a line break. */
    private static String account(String uploader, LocalDate day) {
        return day + "\n" + uploader;
    }
}
