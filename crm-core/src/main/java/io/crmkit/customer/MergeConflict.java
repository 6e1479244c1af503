package io.crmkit.customer;

import java.util.Optional;

/**
 * A field in which two customers differ, so that a merge keeps one value only.
 *
 * @param field {@code names}, {@code languages}, {@code preferredChannel}, {@code tier}, {@code care} or the name of an
 *     attribute behind {@code attribute.}
 * @param ofSurvivor what stays unless the merge takes the other, as far as the actor may see it
 * @param ofMerged what goes unless the merge takes it, as far as the actor may see it
 */
public record MergeConflict(String field, Optional<String> ofSurvivor, Optional<String> ofMerged) {
    /** The values are left out: they may end up in a log. */
    @Override
    public String toString() {
        return "MergeConflict[" + field + "]";
    }
}
