package io.crmkit.verify;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.AccessMatrix;
import io.crmkit.actor.AccessPolicy;
import io.crmkit.actor.Actor;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Role;
import io.crmkit.actor.TeamId;
import io.crmkit.customer.Customer;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.error.CrmException;
import io.crmkit.error.InvalidRequestException;
import io.crmkit.error.Violation;
import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.testkit.MutableClock;
import java.time.Instant;
import java.util.List;

/** A CRM on the heap with a clock that stands still, and the people who use it. */
public final class Desk {
    /** A team beside support. */
    public static final TeamId VIP = TeamId.of("vip");

    /** The clock, at the Persian new year. */
    public final MutableClock clock = new MutableClock(Instant.parse("2026-03-20T14:46:00Z"));

    private final Crm crm;

    public Desk() {
        this(MemoryStorage.create());
    }

    public Desk(CrmStorage storage) {
        this(storage, AccessMatrix.standard());
    }

    public Desk(CrmStorage storage, AccessPolicy policy) {
        crm = Crm.builder()
                .storage(storage)
                .clock(clock)
                .policy(policy)
                .phoneRegion("IR")
                .build();
    }

    public CrmSession as(Actor actor) {
        return crm.as(actor);
    }

    /** An agent of team support. */
    public CrmSession sara() {
        return as(Actor.agent("sara", Role.SUPPORT_AGENT));
    }

    /** Another agent of team support. */
    public CrmSession omid() {
        return as(Actor.agent("omid", Role.SUPPORT_AGENT));
    }

    /** An agent of team vip. */
    public CrmSession kavitha() {
        return as(Actor.agent("kavitha", Role.SUPPORT_AGENT).in(VIP));
    }

    public CrmSession supervisor() {
        return as(Actor.agent("leila", Role.SUPPORT_SUPERVISOR));
    }

    public CrmSession admin() {
        return as(Actor.agent("root", Role.ADMIN));
    }

    public CrmSession auditor() {
        return as(Actor.agent("audit", Role.AUDITOR));
    }

    public CrmSession marketer() {
        return as(Actor.agent("mona", Role.MARKETER));
    }

    public CrmSession host() {
        return as(Actor.host("exchange"));
    }

    public CrmSession customer(CustomerId id) {
        return as(Actor.customer(id));
    }

    /** Ali Rezaei, registered by sara of team support, with a telephone number, an address and a log-in name. */
    public Customer ali() {
        return sara().customers()
                .register(RegisterCustomer.named("علی", "رضایی")
                        .phone("۰۹۱۲ ۳۴۵ ۶۷۸۹")
                        .email("Ali.Rezaei@Example.com")
                        .username("ali_r")
                        .language("fa"));
    }

    /** What a call refuses with. */
    public static <E extends CrmException> E refusal(Class<E> type, Runnable call) {
        try {
            call.run();
        } catch (CrmException e) {
            return type.cast(e);
        }
        throw new AssertionError("not refused");
    }

    /** Which fields a call refuses, in order. */
    public static List<String> refusedFields(Runnable call) {
        return refusal(InvalidRequestException.class, call).violations().stream()
                .map(Violation::field)
                .toList();
    }
}
