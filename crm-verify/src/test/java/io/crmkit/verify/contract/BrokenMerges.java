package io.crmkit.verify.contract;

import io.crmkit.spi.storage.CustomerStore;
import io.crmkit.spi.storage.MergeRecord;
import io.crmkit.spi.storage.MergeStore;
import java.util.Optional;

/** Storages that merge customers wrongly. */
final class BrokenMerges {
    private BrokenMerges() {}

    /** Holds nobody: finds him only. */
    static class HoldsNobody extends AlteredStorage {
        @Override
        Object answer(Call call) throws Throwable {
            return call.is(CustomerStore.class, "hold") ? find(call) : call.make();
        }

        private static Object find(Call call) throws Throwable {
            return CustomerStore.class
                    .getMethod("find", call.method().getParameterTypes())
                    .invoke(call.store(), call.arguments().toArray());
        }
    }

    /** Ends merges, but keeps what the survivor was. */
    static class KeepsSurvivors extends AlteredStorage {
        @Override
        Object answer(Call call) throws Throwable {
            if (!call.is(MergeStore.class, "update")) {
                return call.make();
            }
            MergeRecord next = (MergeRecord) call.arguments().get(0);
            Optional<MergeRecord> stored = ((MergeStore) call.store()).find(next.id());
            return call.with(argument ->
                            stored.map(merge -> keeping(merge, next)).orElse(next))
                    .make();
        }

        private static MergeRecord keeping(MergeRecord stored, MergeRecord next) {
            return new MergeRecord(
                    next.id(),
                    next.version(),
                    stored.before(),
                    stored.after(),
                    stored.merged(),
                    stored.at(),
                    stored.by(),
                    next.endedAt());
        }
    }

    /** Leaves with the survivor what went along. */
    static class MovesNothingBack extends AlteredStorage {
        @Override
        Object answer(Call call) throws Throwable {
            return call.is(MergeStore.class, "moveBack") ? null : call.make();
        }
    }
}
