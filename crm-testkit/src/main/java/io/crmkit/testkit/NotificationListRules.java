package io.crmkit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crmkit.customer.Customer;
import io.crmkit.notification.NotificationId;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.NotificationCriteria;
import io.crmkit.spi.storage.Position;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.Slice;
import io.crmkit.ticket.Ticket;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists of notifications. */
abstract class NotificationListRules extends ReachedListRules {
    @Override
    Set<By> by() {
        return Set.of(By.TEAM);
    }

    @Override
    void add(CrmTransaction tx, Item item) {
        Customer customer = samples.customer().id(item.id()).build();
        Ticket ticket = samples.ticket(customer.id())
                .team(item.team())
                .assignee(item.owner())
                .build();
        tx.customers().insert(customer, SampleRecords.index(customer));
        tx.tickets().insert(ticket);
        tx.outbox()
                .append(samples.notification(ticket)
                        .id(item.id())
                        .createdAt(item.at())
                        .build());
    }

    @Override
    List<Position> list(CrmTransaction tx, Reach reach, Slice slice) {
        NotificationCriteria all =
                new NotificationCriteria(reach, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return tx.outbox().list(all, slice).stream()
                .map(found -> new Position(found.createdAt(), found.id().value()))
                .toList();
    }

    @Override
    void assertOtherReads(CrmTransaction tx, Reach reach, List<Item> all, List<Item> within) {
        for (Item item : all) {
            assertEquals(
                    within.contains(item),
                    tx.outbox().find(new NotificationId(item.id()), reach).isPresent(),
                    reach::toString);
        }
    }
}
