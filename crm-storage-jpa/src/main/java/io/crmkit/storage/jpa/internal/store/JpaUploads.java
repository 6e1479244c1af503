package io.crmkit.storage.jpa.internal.store;

import io.crmkit.spi.storage.DuplicateKeyException;
import io.crmkit.spi.storage.UploadStore;
import io.crmkit.storage.jpa.internal.sql.Hql;
import io.crmkit.storage.jpa.internal.sql.Work;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** How many files came from whom on a day. */
final class JpaUploads implements UploadStore {
    private final Work work;

    JpaUploads(Work work) {
        this.work = work;
    }

    @Override
    public int counted(String uploader, LocalDate day) {
        return numbers(uploader, day).size();
    }

    private Set<Integer> numbers(String uploader, LocalDate day) {
        Hql query =
                Hql.of("select c.number from CrmUploadCount c").is("c.account", UploadCountRow.account(uploader, day));
        return new HashSet<>(work.list(query, Integer.class));
    }

    /** Takes any free number, so that others who count at the same time seldom want the same. */
    @Override
    public boolean count(String uploader, LocalDate day, int most, Instant at) {
        Set<Integer> taken = numbers(uploader, day);
        if (taken.size() >= most) {
            return false;
        }
        int[] free = IntStream.rangeClosed(1, most)
                .filter(number -> !taken.contains(number))
                .toArray();
        int number = free[ThreadLocalRandom.current().nextInt(free.length)];
        try {
            work.insert(UploadCountRow.of(uploader, day, number, at));
            return true;
        } catch (DuplicateKeyException e) {
            throw work.lostRace("somebody else counts the same file of the day", e);
        }
    }
}
