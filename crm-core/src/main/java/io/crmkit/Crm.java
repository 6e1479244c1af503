package io.crmkit;

import io.crmkit.actor.Actor;
import io.crmkit.internal.Kernel;
import io.crmkit.internal.access.Gate;
import io.crmkit.notification.NotificationState;
import io.crmkit.spi.storage.CrmStorage;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A CRM inside the host's application. It opens no connection but those of the storage and of the file store, starts no
 * thread but one for each file that a scanner looks at, and keeps nothing beside the storage but files. Thread-safe; make one and share it.
 */
public final class Crm implements AutoCloseable {
    private final Kernel kernel;

    Crm(Kernel kernel) {
        this.kernel = kernel;
    }

    /** Begins a new CRM. */
    public static CrmBuilder builder() {
        return new CrmBuilder();
    }

    /** The CRM as this actor may use it: light, one for each request. */
    public CrmSession as(Actor actor) {
        Gate gate = kernel.gate(Objects.requireNonNull(actor, "actor"));
        return new CrmSession(
                kernel.customers(gate),
                kernel.notes(gate),
                kernel.tickets(gate),
                kernel.reports(gate),
                kernel.staff(gate),
                kernel.automation(gate),
                kernel.notifications(gate),
                kernel.activities(gate),
                kernel.attachments(gate),
                kernel.search(gate));
    }

    /** The CRM as automation uses it, under a name that the audit will show, such as {@code job:import}. */
    public CrmSession asSystem(String name) {
        return as(Actor.system(name));
    }

    /**
     * The same CRM inside a transaction of the host's: its commands become lasting when the host commits and vanish when
     * it rolls back, and what they cause to be sent is sent after the commit. Light, one for each transaction; closing
     * it does nothing.
     *
     * <p>Each call is tried once: where this CRM would repeat a command that lost a race, the joining one throws
     * {@link io.crmkit.error.StorageBusyException}, and the host repeats its transaction. A call that throws has changed
     * nothing and leaves the host's transaction usable, unless the error says otherwise.
     *
     * @param host the storage inside that transaction, such as {@code jpaStorage.host(connection)}; it must be of the same
     *     database as this CRM's
     */
    public Crm joining(CrmStorage host) {
        return new Crm(kernel.joining(Objects.requireNonNull(host, "host")));
    }

    /**
     * Does what time has made due: rules that act after some time, notices, files that wait for the file store
     * in this process's spool directory, another look at files after the inspection was sharpened, and the removal of what
     * is older than {@link CrmBuilder#retention} says. The host calls it from its own scheduler,
     * once a minute is usual; several nodes and threads may. Touches only what is due. What fails is tried again by a
     * later call and stops nothing else.
     *
     * @throws io.crmkit.error.StorageException if the storage fails
     * @throws IllegalStateException on a CRM that joins a transaction of the host's
     */
    public DueReport runDue() {
        int ruled = kernel.runRules();
        Map<NotificationState, Integer> sent = kernel.send();
        int delivered = kernel.deliver();
        return new DueReport(
                ruled,
                sent.getOrDefault(NotificationState.SENT, 0),
                sent.getOrDefault(NotificationState.RETRY, 0),
                sent.getOrDefault(NotificationState.DEAD, 0),
                delivered);
    }

    /** Returns when {@link #runDue()} will have something to do, as things are now; empty if nothing is planned. */
    public Optional<Instant> nextDueAt() {
        return kernel.nextDueAt();
    }

    /** Closes the storage and the file store. A second call does nothing. */
    @Override
    public void close() {
        kernel.close();
    }
}
