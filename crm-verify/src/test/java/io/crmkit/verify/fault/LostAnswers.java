package io.crmkit.verify.fault;

import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.StorageCapability;
import java.util.Set;
import java.util.function.Function;

/** A storage whose next transaction commits, but whoever asked for it does not learn of it. */
final class LostAnswers implements CrmStorage {
    private final CrmStorage target;
    private boolean lose;

    LostAnswers(CrmStorage target) {
        this.target = target;
    }

    void loseNext() {
        lose = true;
    }

    @Override
    public <T> T inTransaction(Function<? super CrmTransaction, ? extends T> work) {
        T result = target.inTransaction(work);
        if (lose) {
            lose = false;
            throw new PlannedError();
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
