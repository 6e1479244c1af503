package io.crmkit.customer;

import io.crmkit.id.IdText;
import java.util.UUID;

/** Names one merge of two customers. */
public record MergeId(UUID value) {
    /**
     * Reads either text form.
     *
     * @throws io.crmkit.error.InvalidRequestException if it is none
     */
    public static MergeId parse(String text) {
        return new MergeId(IdText.parse("mergeId", text));
    }

    /** The 26 characters of {@link IdText}. */
    @Override
    public String toString() {
        return IdText.of(value);
    }
}
