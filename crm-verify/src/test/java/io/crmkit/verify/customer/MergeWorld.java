package io.crmkit.verify.customer;

import io.crmkit.activity.ActivityStatus;
import io.crmkit.activity.ActivityType;
import io.crmkit.activity.RecordActivity;
import io.crmkit.actor.CustomerId;
import io.crmkit.automation.ShippedRules;
import io.crmkit.customer.ContactType;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerEdit;
import io.crmkit.customer.CustomerFlag;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.customer.UpdateCustomer;
import io.crmkit.note.AddNote;
import io.crmkit.note.EditNote;
import io.crmkit.note.Note;
import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.ticket.CommentOnTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.verify.Desk;
import io.crmkit.verify.fault.Dump;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Customers with all that customers have, and what a storage holds of them. */
final class MergeWorld {
    static final String WALLET = "TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE";

    private final Desk desk;
    private final CrmStorage storage;
    private int activities;

    MergeWorld(Desk desk, CrmStorage storage) {
        this.desk = desk;
        this.storage = storage;
        desk.admin().automation().save(ShippedRules.solvedNotice());
    }

    /** The same person registered again, with other and with equal fields. */
    Customer another() {
        Customer second = desk.sara()
                .customers()
                .register(RegisterCustomer.named("علی", "رضائی")
                        .phone("+989351112233")
                        .email("ali.rezaei@example.com")
                        .identifier("wallet", WALLET)
                        .language("ta")
                        .attribute("loginDevice", "WEB")
                        .with(new CustomerEdit.SetFlags(Set.of(CustomerFlag.VIP)))
                        .with(new CustomerEdit.SetPreferredChannel(ContactType.EMAIL)));
        return desk.admin().customers().update(UpdateCustomer.of(second).attribute("kyc.level", "2"));
    }

    Customer stranger() {
        return desk.sara().customers().register(RegisterCustomer.named("Grace", "O’Neill"));
    }

    void deposit(CustomerId customer, String key) {
        desk.host()
                .activities()
                .record(new RecordActivity(
                        customer,
                        "wallet",
                        key,
                        ActivityType.DEPOSIT,
                        ActivityStatus.SUCCESS,
                        desk.clock.instant(),
                        Optional.empty()));
    }

    /** Something of each kind of record. */
    void fill(CustomerId customer) {
        Ticket ticket = desk.open(customer);
        desk.sara().tickets().comment(CommentOnTicket.on(ticket.id(), "بررسی شد"));
        desk.reply(ticket, TicketStatus.SOLVED);
        desk.open(customer);
        Note note = desk.sara().notes().add(AddNote.about(customer, "<p>தொடர்பு</p>"));
        desk.sara().notes().edit(EditNote.of(note, "<p>தொடர்பு கொண்டார்</p>"));
        deposit(customer, "W-" + activities++);
        Customer now = desk.admin().customers().get(customer);
        desk.admin().customers().update(UpdateCustomer.of(now).attribute("relationship", "TRADER"));
        desk.pass(Duration.ofMinutes(1));
    }

    /** The records of any kind that are this customer's, by their kind. */
    List<String> referencesTo(CustomerId id) {
        List<String> found = new ArrayList<>();
        Dump.of(storage)
                .forEach((kind, records) -> records.stream()
                        .filter(record -> !(record instanceof Customer))
                        .filter(record -> refersTo(record, id))
                        .forEach(record -> found.add(kind)));
        if (!storage.inTransaction(tx -> tx.activities().counts(id)).isEmpty()) {
            found.add("activities");
        }
        return found;
    }

    private static boolean refersTo(Object record, CustomerId id) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = read(component, record);
            if (value.equals(id) || value.equals(Optional.of(id))) {
                return true;
            }
        }
        return false;
    }

    /** All that is stored but the audit, without versions, which only go up, and without the time of the last change. */
    Map<String, List<String>> snapshot() {
        Map<String, List<String>> lines = new TreeMap<>();
        Map<String, List<?>> dump = Dump.of(storage);
        dump.forEach((kind, records) ->
                lines.put(kind, records.stream().map(MergeWorld::text).toList()));
        lines.remove("audit");
        for (Object customer : dump.getOrDefault("customers", List.of())) {
            CustomerId id = ((Customer) customer).id();
            lines.put(
                    "activities of " + id,
                    storage.inTransaction(tx -> tx.activities().counts(id)).stream()
                            .map(Object::toString)
                            .toList());
        }
        return lines;
    }

    private static String text(Object value) {
        if (!(value instanceof Record)) {
            return value instanceof Optional<?> optional
                    ? optional.map(MergeWorld::text).orElse("")
                    : value instanceof List<?> list
                            ? list.stream().map(MergeWorld::text).toList().toString()
                            : value instanceof Map<?, ?> map ? new TreeMap<>(map).toString() : value.toString();
        }
        StringBuilder text = new StringBuilder(value.getClass().getSimpleName());
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            boolean counts =
                    component.getName().equals("version") || component.getName().equals("updatedAt");
            if (!counts) {
                text.append(' ').append(component.getName()).append('=').append(text(read(component, value)));
            }
        }
        return text.toString();
    }

    private static Object read(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
