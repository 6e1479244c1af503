package io.crmkit.examples.features;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Role;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.examples.Console;
import io.crmkit.examples.SimulatedClock;
import io.crmkit.notification.NoticeChannel;
import io.crmkit.notification.NotificationQuery;
import io.crmkit.page.PageRequest;
import io.crmkit.spi.notify.DeliveryException;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.OpenTicket;
import java.time.Duration;
import java.time.Instant;

/** Notices go out after the commit, at least once, and wait when the gateway is down. */
public final class NoticesMain {
    private NoticesMain() {}

    /** Runs it. */
    public static void main(String[] args) {
        run(Console.standard());
    }

    static void run(Console console) {
        SimulatedClock clock = new SimulatedClock(Instant.parse("2026-03-01T08:00:00Z"));
        boolean[] down = {true};
        try (Crm crm = Crm.builder()
                .storage(MemoryStorage.create())
                .clock(clock)
                .notifier(NoticeChannel.SMS, notice -> {
                    if (down[0]) {
                        throw DeliveryException.temporary("GATEWAY_DOWN");
                    }
                    console.print("SMS: " + notice.text().strip());
                })
                .build()) {
            CrmSession host = crm.as(Actor.host("exchange"));
            CustomerId murugan = host.customers()
                    .register(RegisterCustomer.named("முருகன்", "செல்வம்")
                            .phone("+919876543210")
                            .language("ta"))
                    .id();
            host.tickets().open(OpenTicket.of(murugan, Channel.WEB, "KYC", "என் சரிபார்ப்பு நிலுவையில் உள்ளது."));

            console.print("gateway down: " + crm.runDue());
            down[0] = false;
            console.print("too early: " + crm.runDue());
            clock.advance(Duration.ofMinutes(1));
            console.print("a minute later: " + crm.runDue());
            crm.as(Actor.agent("boss", Role.SUPPORT_SUPERVISOR))
                    .notifications()
                    .list(NotificationQuery.all(), PageRequest.first())
                    .items()
                    .forEach(notice -> console.print(notice.delivery().state() + " after "
                            + notice.delivery().attempts() + " attempts"));
        }
    }
}
