package io.crmkit.verify.attachment;

import io.crmkit.error.OutcomeUnknownException;
import io.crmkit.error.StorageException;
import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.StorageCapability;
import java.io.IOException;
import java.util.Set;
import java.util.function.Function;

/** A storage that fails over at one transaction: it is committed, nobody learns of it, and the next one finds no connection. */
final class LossyStorage implements CrmStorage {
    private final CrmStorage target;
    private int until = Integer.MAX_VALUE;

    LossyStorage(CrmStorage target) {
        this.target = target;
    }

    /** From now on so many transactions are as ever. */
    void failAfter(int transactions) {
        until = transactions;
    }

    @Override
    public <T> T inTransaction(Function<? super CrmTransaction, ? extends T> work) {
        IOException cause = new IOException("planned");
        until--;
        if (until == -2) {
            throw new StorageException("no connection", cause);
        }
        T result = target.inTransaction(work);
        if (until == -1) {
            throw new OutcomeUnknownException("nobody knows", cause);
        }
        return result;
    }

    @Override
    public Set<StorageCapability> capabilities() {
        return target.capabilities();
    }

    @Override
    public void close() {
        target.close();
    }
}
