package io.crmkit.automation.internal;

import io.crmkit.actor.Actor;
import io.crmkit.actor.Permission;
import io.crmkit.error.StorageBusyException;
import io.crmkit.internal.access.Gate;
import io.crmkit.internal.access.GateParts;
import io.crmkit.internal.access.Races;
import io.crmkit.internal.access.Writing;
import io.crmkit.spi.storage.DueItem;
import io.crmkit.spi.storage.Reach;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.internal.TicketEditor;
import io.crmkit.ticket.internal.Tickets;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Lets rules act whose time has come, each ticket in a transaction of its own. Touches only what is due. */
public final class DueRules {
    private static final Logger LOG = System.getLogger(DueRules.class.getName());
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final int BATCH = 200;

    private final GateParts parts;
    private final RuleEngine engine;
    private final Tickets tickets;

    /** With the engine, and the way to store what it changes. */
    public DueRules(GateParts parts, RuleEngine engine, Tickets tickets) {
        this.parts = parts;
        this.engine = engine;
        this.tickets = tickets;
    }

    /** Lets all due rules act. @return how many did */
    public int run() {
        int acted = 0;
        List<DueItem> batch = due();
        while (!batch.isEmpty()) {
            for (DueItem item : batch) {
                acted += attempt(item) ? 1 : 0;
            }
            batch = due();
        }
        return acted;
    }

    private List<DueItem> due() {
        return Races.repeat(() ->
                parts.storage().inTransaction(tx -> tx.due().due(parts.clock().instant(), BATCH)));
    }

    /** One item; a failing one is put off, so that it stops no other. */
    private boolean attempt(DueItem item) {
        Gate gate = new Gate(parts, Actor.system("rule:" + item.rule()));
        try {
            return gate.write(Permission.TICKET_WORK, writing -> act(writing, item));
        } catch (RuntimeException e) {
            // The message may come from a driver and hold personal data: only the type goes into the log.
            LOG.log(
                    Level.WARNING,
                    "rule {0} failed on ticket {1}, is put off: {2}",
                    item.rule(),
                    item.ticket(),
                    e.getClass().getName());
            putOff(item);
            return false;
        }
    }

    /** Not through the gate: what a rule may not do must not stop the others either. */
    private void putOff(DueItem item) {
        Instant later = parts.clock().instant().truncatedTo(ChronoUnit.MICROS).plus(PAUSE);
        Races.repeat(() -> parts.storage().inTransaction(tx -> {
            if (tx.due().remove(item)) {
                tx.due().put(new DueItem(item.rule(), item.ticket(), later, item.episode()));
            }
            return item;
        }));
    }

    /** Only on that very item: what was planned anew since it was read has its own time. */
    private boolean act(Writing writing, DueItem item) {
        if (!writing.tx().due().remove(item)) {
            return false;
        }
        Optional<Ticket> ticket = writing.tx().tickets().find(item.ticket(), Reach.all());
        if (ticket.isEmpty()) {
            return false;
        }
        // What a rule does may leave the ticket as it is: the customer must not be merged away meanwhile.
        if (writing.tx().customers().hold(ticket.get().customer(), Reach.all()).isEmpty()) {
            throw new StorageBusyException("the customer of ticket " + item.ticket() + " was merged meanwhile");
        }
        TicketEditor editor = TicketEditor.of(writing, ticket.get());
        boolean acted = engine.fire(item, editor);
        if (!editor.events().isEmpty()) {
            tickets.save(editor);
        }
        return acted;
    }
}
