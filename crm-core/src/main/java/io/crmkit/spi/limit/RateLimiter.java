package io.crmkit.spi.limit;

/**
 * Says how much an actor may do. Asked once for each call of a service, after its permission and before anything else;
 * the CRM's own work in {@code runDue} is not asked for. Thread-safe. What it throws comes out of the call, which then
 * does nothing.
 */
public interface RateLimiter {
    /**
     * Takes {@code cost} from what is left if there is so much, else nothing.
     *
     * @param cost 1 or more, see {@link LimitGroup}
     */
    LimitDecision tryConsume(LimitKey key, int cost);
}
