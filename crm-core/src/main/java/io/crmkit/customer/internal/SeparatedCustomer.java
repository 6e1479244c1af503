package io.crmkit.customer.internal;

import io.crmkit.customer.Customer;
import io.crmkit.spi.storage.MergeRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a survivor is without one merge. What was changed since, and the merges that came later, are done again to what he
 * was before: so nothing of the merged customer stays behind in them either, in whatever order merges are undone.
 *
 * @param before what he would be after the last of these merges
 * @param after what he was after it
 * @param laterMerges the merges that came later and hold, as they would have been, in order
 */
record SeparatedCustomer(Customer before, Customer after, List<MergeRecord> laterMerges) {
    /** @param holding the merges into the same survivor that hold */
    static SeparatedCustomer of(MergeRecord undone, List<MergeRecord> holding) {
        Customer before = undone.before();
        Customer after = undone.after();
        List<MergeRecord> again = new ArrayList<>();
        for (MergeRecord merge : later(undone, holding)) {
            Customer start = stateOf(merge.before(), ThreeWay.of(before, after, merge.before()));
            UnitedCustomer united = new UnitedCustomer(start, merge.merged(), UnitedCustomer.taken(merge));
            before = stateOf(merge.after(), united.draft());
            after = merge.after();
            again.add(merge.of(start, before));
        }
        return new SeparatedCustomer(before, after, List.copyOf(again));
    }

    /** By the survivor's versions: clocks may go back. */
    private static List<MergeRecord> later(MergeRecord undone, List<MergeRecord> holding) {
        return holding.stream()
                .filter(merge -> merge.before().version() >= undone.after().version())
                .sorted(Comparator.comparingLong(merge -> merge.before().version()))
                .toList();
    }

    private static Customer stateOf(Customer version, CustomerDraft fields) {
        return fields.later(version, version.version(), version.updatedAt());
    }

    /** The survivor as he is now, without the merge. */
    CustomerDraft without(Customer present) {
        return ThreeWay.of(before, after, present);
    }
}
