package io.crmkit.internal.access;

import io.crmkit.actor.AccessPolicy;
import io.crmkit.id.IdSource;
import io.crmkit.spi.limit.LimitDecision;
import io.crmkit.spi.limit.RateLimiter;
import io.crmkit.spi.storage.CrmStorage;
import java.time.InstantSource;

/**
 * What every gate of one CRM shares.
 *
 * @param refusals whose refusals are in the audit already
 * @param joined whether the storage is inside a transaction of the host's
 */
public record GateParts(
        CrmStorage storage,
        AccessPolicy policy,
        RateLimiter limiter,
        InstantSource clock,
        IdSource ids,
        Refusals refusals,
        boolean joined) {
    /** Those of a CRM that has refused nobody yet. */
    public GateParts(CrmStorage storage, AccessPolicy policy, RateLimiter limiter, InstantSource clock, IdSource ids) {
        this(storage, policy, limiter, clock, ids, new Refusals(), false);
    }

    /** The same for the CRM's own work, which nobody may hold up. */
    public GateParts unlimited() {
        return new GateParts(storage, policy, (key, cost) -> LimitDecision.allow(), clock, ids, refusals, joined);
    }

    /** The same inside a transaction of the host's. */
    public GateParts joining(CrmStorage host) {
        return new GateParts(host, policy, limiter, clock, ids, refusals, true);
    }
}
