package io.crmkit.storage.memory;

import io.crmkit.actor.CustomerId;
import io.crmkit.customer.Customer;
import io.crmkit.customer.MergeId;
import io.crmkit.spi.storage.DuplicateKeyException;
import io.crmkit.spi.storage.MergeRecord;
import io.crmkit.spi.storage.MergeStore;
import java.util.List;
import java.util.Optional;

/** Merges of customers. */
final class MemoryMerges implements MergeStore {
    private static final Layout<MergeRecord> MERGES = new Layout<>("merge", MemoryMerges::listings);

    private final Transaction transaction;

    MemoryMerges(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public Optional<Customer> take(CustomerId id) {
        return MemoryCustomers.take(transaction, id);
    }

    @Override
    public void remove(CustomerId taken) {
        MemoryCustomers.remove(transaction, taken);
    }

    @Override
    public void insert(MergeRecord merge) {
        String key = merge.id().toString();
        transaction.lockNew(MERGES, key, "id");
        if (merge.endedAt().isEmpty()
                && transaction.lockUnique(MERGES, merged(merge.merged().id()), key)) {
            throw new DuplicateKeyException("merged");
        }
        transaction.write(MERGES, key, merge);
    }

    @Override
    public void update(MergeRecord merge) {
        String key = merge.id().toString();
        transaction.lockVersion(MERGES, key, merge, MergeRecord::version);
        transaction.write(MERGES, key, merge);
    }

    @Override
    public Optional<MergeRecord> find(MergeId id) {
        return transaction.table(MERGES).get(id.toString());
    }

    @Override
    public Optional<MergeRecord> findByMerged(CustomerId merged) {
        return Walk.of(transaction.table(MERGES), merged(merged)).stream().findFirst();
    }

    @Override
    public List<MergeRecord> into(CustomerId survivor) {
        return Walk.of(transaction.table(MERGES), "survivor " + survivor).stream()
                .toList();
    }

    @Override
    public void move(MergeRecord merge) {
        new MergedRows(transaction, merge).move();
    }

    @Override
    public void moveBack(MergeRecord merge) {
        new MergedRows(transaction, merge).moveBack();
    }

    private static String merged(CustomerId id) {
        return "merged " + id;
    }

    private static Listings listings(MergeRecord merge) {
        Listings listings =
                Listings.at(merge.at(), merge.id().value(), merge.id().toString());
        return merge.endedAt().isPresent()
                ? listings
                : listings.in(merged(merge.merged().id())).in("survivor " + merge.survivor());
    }
}
