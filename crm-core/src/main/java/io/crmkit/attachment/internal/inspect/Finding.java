package io.crmkit.attachment.internal.inspect;

import io.crmkit.attachment.ContentWarning;
import io.crmkit.attachment.Dimensions;
import java.util.List;
import java.util.Optional;

/**
 * What an inspector of one type found in a file that may be let in.
 *
 * @param content what may be stored: the bytes that came, or those without metadata
 */
record Finding(Bytes content, Optional<Dimensions> dimensions, List<ContentWarning> warnings) {
    static Finding document(Bytes file, List<ContentWarning> warnings) {
        return new Finding(file, Optional.empty(), warnings);
    }

    static Finding image(Bytes content, Dimensions dimensions) {
        return new Finding(content, Optional.of(dimensions), List.of());
    }
}
