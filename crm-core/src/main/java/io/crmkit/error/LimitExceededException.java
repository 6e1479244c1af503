package io.crmkit.error;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A limit is reached; nothing was changed. */
public final class LimitExceededException extends CrmException {
    private static final long serialVersionUID = 1L;

    private final String limit;
    private final long allowed;
    private final long used;
    private final @Nullable Duration retryAfter;

    /**
     * Names the limit.
     *
     * @param limit such as {@code subjects per lastNotes call}
     */
    public LimitExceededException(String limit, long allowed, long used) {
        super(ErrorCode.LIMIT_EXCEEDED, limit + ": allowed " + allowed + ", asked for or used " + used);
        this.limit = limit;
        this.allowed = allowed;
        this.used = used;
        this.retryAfter = null;
    }

    /**
     * Names a limit that frees as time goes by, of which nothing or not enough is left at the moment.
     *
     * @param limit such as {@code READ operations of one actor}
     * @param wanted how much was asked for
     * @param retryAfter when there will be enough
     */
    public LimitExceededException(String limit, long wanted, Duration retryAfter) {
        super(
                ErrorCode.LIMIT_EXCEEDED,
                limit + ": asked for " + wanted + ", too much at the moment; try again after " + retryAfter);
        this.limit = limit;
        this.allowed = 0;
        this.used = wanted;
        this.retryAfter = retryAfter;
    }

    /** Returns which limit. */
    public String limit() {
        return limit;
    }

    /** Returns how much is allowed; 0 for a limit that frees as time goes by. */
    public long allowed() {
        return allowed;
    }

    /** Returns how much was asked for or is used. */
    public long used() {
        return used;
    }

    /** Returns after which time the same call is allowed again; empty for a limit that time does not free. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
