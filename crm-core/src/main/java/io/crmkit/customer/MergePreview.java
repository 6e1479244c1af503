package io.crmkit.customer;

import java.util.List;

/**
 * What a merge would do.
 *
 * @param survivor who would go on, as he is
 * @param merged who would end, as he is
 * @param conflicts the fields of which one value would go, in the order of fields
 * @param outcome the survivor as he would be, if nothing were taken from the merged customer but what the survivor lacks
 */
public record MergePreview(Customer survivor, Customer merged, List<MergeConflict> conflicts, Customer outcome) {
    /** Copies the list. */
    public MergePreview {
        conflicts = List.copyOf(conflicts);
    }
}
