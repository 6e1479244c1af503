package io.crmkit.internal.access;

import io.crmkit.actor.Actor;
import io.crmkit.actor.Permission;
import io.crmkit.actor.Scope;
import io.crmkit.error.Checks;
import io.crmkit.error.DuplicateException;
import io.crmkit.error.Form;
import io.crmkit.error.InvalidRequestException;
import io.crmkit.error.LimitExceededException;
import io.crmkit.error.PermissionDeniedException;
import io.crmkit.error.StorageBusyException;
import io.crmkit.page.PageRequest;
import io.crmkit.spi.limit.LimitDecision;
import io.crmkit.spi.limit.LimitGroup;
import io.crmkit.spi.limit.LimitKey;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.DuplicateKeyException;
import io.crmkit.spi.storage.StaleVersionException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * One actor's only way to the storage. Services hold a gate and no storage, so that no operation can forget its
 * permission or its limit: both are looked at before a transaction begins.
 */
public final class Gate {
    private static final int RECORDS_FOR_ONE = 10;

    private final GateParts parts;
    private final Actor actor;
    private final Rights rights;

    /** The gate of that actor. */
    public Gate(GateParts parts, Actor actor) {
        this.parts = parts;
        this.actor = actor;
        this.rights = new Rights(actor, parts.policy());
    }

    /** The gate of another actor of the same CRM. */
    public Gate as(Actor other) {
        return new Gate(parts, other);
    }

    /** Who acts. */
    public Actor actor() {
        return actor;
    }

    /** What time it is. */
    public InstantSource clock() {
        return parts.clock();
    }

    /**
     * The way in for one call: demands the permission, then room within the limits. Nothing is looked at, and the storage
     * not touched, before that.
     *
     * @throws PermissionDeniedException if no role has the permission
     * @throws LimitExceededException if the actor did too much
     */
    public Entry enter(Permission permission) {
        return enter(permission, 0);
    }

    /** The same for a call that asks for so many records. */
    public Entry enter(Permission permission, int records) {
        require(permission);
        LimitGroup group = LimitGroup.of(permission);
        int cost = 1 + records / RECORDS_FOR_ONE;
        LimitDecision decision = parts.limiter().tryConsume(new LimitKey(actor.ref(), group), cost);
        if (!decision.allowed()) {
            throw new LimitExceededException(group + " operations of one actor", cost, decision.retryAfter());
        }
        return new Entry();
    }

    private void require(Permission permission) {
        if (rights.scope(permission) == Scope.NONE) {
            throw new PermissionDeniedException(actor.id().value(), permission.name());
        }
    }

    /** Reads in one transaction. */
    public <T> T read(Permission permission, Function<Reading, T> work) {
        return enter(permission).read(work);
    }

    /** Reads a page in one transaction. */
    public <T> T read(Permission permission, PageRequest page, Function<Reading, T> work) {
        return enter(permission, page.size()).read(work);
    }

    /** Changes in one transaction. */
    public <T> T write(Permission permission, Function<Writing, T> work) {
        return enter(permission).write(work);
    }

    /** Changes in one transaction, once for each idempotency key. */
    public <T> T write(Permission permission, Once once, Repeatable<T> work) {
        return enter(permission).write(once, work);
    }

    /** Somebody who was let in, for one call. */
    public final class Entry {
        private Entry() {}

        /** Demands another permission too. */
        public Entry with(Permission permission) {
            require(permission);
            return this;
        }

        /**
         * Demands that a form has nothing wrong.
         *
         * @throws InvalidRequestException with all that is wrong
         */
        public Entry with(Form form) {
            Checks.that("").all(form.violations()).done();
            return this;
        }

        /** Reads in one transaction. */
        public <T> T read(Function<Reading, T> work) {
            return attempt(true, tx -> work.apply(new Reading(tx, rights.in(tx), now())));
        }

        /** Changes in one transaction. */
        public <T> T write(Function<Writing, T> work) {
            return attempt(false, tx -> work.apply(new Writing(tx, rights.in(tx), now(), parts)));
        }

        /** Finds what an earlier call with the same key made, for a command that has to do something before it writes. */
        public <T> Optional<T> earlier(Once once, Repeatable<T> work) {
            if (once.key().isEmpty()) {
                return Optional.empty();
            }
            return attempt(true, tx -> {
                Writing writing = new Writing(tx, rights.in(tx), now(), parts);
                return once.find(writing).map(id -> work.reload(writing, id));
            });
        }

        /** Changes in one transaction, once for each idempotency key. */
        public <T> T write(Once once, Repeatable<T> work) {
            return attempt(once.key().isPresent(), tx -> {
                work.begin(tx);
                Writing writing = new Writing(tx, rights.in(tx), now(), parts);
                Optional<UUID> earlier = once.find(writing);
                if (earlier.isPresent()) {
                    return work.reload(writing, earlier.get());
                }
                T result = work.perform(writing);
                once.keep(writing, work.idOf(result));
                return result;
            });
        }
    }

    /** In a transaction of the host's there is one attempt: another one would meet the same state. */
    private <T> T attempt(boolean mayRunTwice, Function<CrmTransaction, T> work) {
        return parts.joined() ? once(work) : Races.repeat(() -> once(work), mayRunTwice);
    }

    /** What others made impossible in between is possible for the whole command anew. */
    private <T> T once(Function<CrmTransaction, T> work) {
        try {
            return parts.storage().inTransaction(work);
        } catch (StaleVersionException e) {
            throw new StorageBusyException(e.record() + " was changed by others again and again");
        } catch (DuplicateKeyException e) {
            if (e.key().equals(Once.KEY)) {
                throw new StorageBusyException("others use the same idempotency key");
            }
            throw new DuplicateException(e.key());
        }
    }

    private Instant now() {
        return parts.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }
}
