package io.crmkit.spi.notify;

import io.crmkit.error.Checks;
import java.util.regex.Pattern;

/** A notice was not taken over. */
public final class DeliveryException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    private final String code;
    private final boolean permanent;

    private DeliveryException(String code, boolean permanent) {
        super(code);
        Checks.that("").matches("code", code, CODE).done();
        this.code = code;
        this.permanent = permanent;
    }

    /**
     * The service is down or slow: try again later.
     *
     * @param code capital letters, digits, underscores; no personal data
     */
    public static DeliveryException temporary(String code) {
        return new DeliveryException(code, false);
    }

    /**
     * The service refuses this notice for good.
     *
     * @param code capital letters, digits, underscores; no personal data
     */
    public static DeliveryException permanent(String code) {
        return new DeliveryException(code, true);
    }

    /** Returns why. */
    public String code() {
        return code;
    }

    /** Says whether no further attempt makes sense. */
    public boolean permanent() {
        return permanent;
    }
}
