package io.crmkit.verify.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.activity.RecordActivity;
import io.crmkit.actor.CustomerId;
import io.crmkit.audit.AuditEntry;
import io.crmkit.customer.Customer;
import io.crmkit.note.Note;
import io.crmkit.notification.Notification;
import io.crmkit.spi.storage.AuditCriteria;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.NoteCriteria;
import io.crmkit.spi.storage.NotificationCriteria;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.TicketCriteria;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.ticket.InternalComment;
import io.crmkit.ticket.PublicMessage;
import io.crmkit.ticket.Ticket;
import io.crmkit.verify.Desk;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every record that a storage keeps and that names a customer is one that a merge moves. */
class CustomerReferencesTest {
    /** What a merge moves, each of which {@link MergeWorld#fill} makes. */
    private static final Set<Class<?>> MOVED = Set.of(
            Ticket.class,
            Note.class,
            PublicMessage.class,
            InternalComment.class,
            Notification.class,
            AuditEntry.class,
            RecordActivity.class);

    /** What a storage is asked with and does not keep, and the customer himself. */
    private static final Set<Class<?>> NOT_KEPT = Set.of(
            Customer.class,
            Reach.class,
            AuditCriteria.class,
            NoteCriteria.class,
            NotificationCriteria.class,
            TicketCriteria.class);

    private final Set<Class<?>> seen = new HashSet<>();
    private final Set<Class<?>> naming = new HashSet<>();

    @Test
    void aRecordThatNamesACustomerIsMovedByAMerge() {
        for (Method store : CrmTransaction.class.getMethods()) {
            for (Method method : store.getReturnType().getMethods()) {
                look(method.getGenericReturnType());
                Arrays.stream(method.getGenericParameterTypes()).forEach(this::look);
            }
        }

        Set<Class<?>> known = new HashSet<>(MOVED);
        known.addAll(NOT_KEPT);
        assertThat(naming).isEqualTo(known);
    }

    private void look(Type type) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(this::look);
        } else if (type instanceof Class<?> plain && seen.add(plain)) {
            if (plain.isSealed()) {
                Arrays.stream(plain.getPermittedSubclasses()).forEach(this::look);
            }
            if (plain.isRecord()) {
                lookInto(plain);
            }
        }
    }

    private void lookInto(Class<?> plain) {
        for (RecordComponent component : plain.getRecordComponents()) {
            if (component.getGenericType().getTypeName().contains(CustomerId.class.getName())) {
                naming.add(plain);
            }
            look(component.getGenericType());
        }
    }

    /** Otherwise what is said above would be proved of nothing. */
    @Test
    void theWorldOfTheMergeTestsHasOneOfEach() {
        MemoryStorage storage = MemoryStorage.create();
        Desk desk = Desk.staffed(storage);
        MergeWorld world = new MergeWorld(desk, storage);
        Customer customer = desk.ali();
        world.fill(customer.id());

        assertThat(world.referencesTo(customer.id()).stream().collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("activities", "audit", "messages", "notes", "notifications", "tickets");
    }
}
