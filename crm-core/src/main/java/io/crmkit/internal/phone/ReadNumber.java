package io.crmkit.internal.phone;

import java.util.Optional;

/**
 * A telephone number as it was read.
 *
 * @param abroad its digits with the country's code
 * @param atHome its digits without that, and without what one dials before them within the country
 * @param valid whether the country's numbering plan has such a number
 */
public record ReadNumber(String abroad, String atHome, boolean valid) {
    /** The E.164 form; empty if it is not valid. */
    public Optional<String> normalised() {
        return valid ? Optional.of("+" + abroad) : Optional.empty();
    }

    /** Left out: it is somebody's. */
    @Override
    public String toString() {
        return "ReadNumber[…]";
    }
}
