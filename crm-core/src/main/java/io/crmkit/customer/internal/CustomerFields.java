package io.crmkit.customer.internal;

import io.crmkit.customer.Contact;
import io.crmkit.customer.ContactType;
import io.crmkit.customer.Customer;
import io.crmkit.customer.Identifier;
import io.crmkit.customer.MatchTier;
import io.crmkit.customer.Names;
import io.crmkit.internal.identifier.Secrets;
import io.crmkit.internal.search.Searchable;
import io.crmkit.spi.storage.SearchFeatures.Kind;
import io.crmkit.spi.storage.TextReach;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The values that a customer is found by, and the kind of text that each belongs to. */
final class CustomerFields {
    private final List<Field> fields = new ArrayList<>();

    private CustomerFields() {}

    /**
     * One value, or other writings of it.
     *
     * @param name as in {@link io.crmkit.customer.FieldMatch#field}
     * @param value as registered
     * @param adding adds what finds it to a text
     */
    record Field(String name, Kind kind, String value, Consumer<Searchable> adding) {
        /** Whether a search looks into it. */
        boolean isSeen(Customer customer, TextReach texts) {
            return switch (kind) {
                case OPEN -> true;
                case CONTACT -> texts.seesContactsOf(customer);
                case ATTRIBUTE -> texts.seesAttributeOf(customer, attribute());
            };
        }

        /** The attribute's name. */
        String attribute() {
            return name.substring(CustomerDeltas.ATTRIBUTE.length());
        }

        /** What finds it, and nothing else. */
        String text() {
            return text(new Searchable());
        }

        /** Whether all lines that find it, but for slips, have the value's letters and digits: not of telephone numbers. */
        boolean isAsWritten() {
            return !name.equals(CustomerDeltas.CONTACT + ContactType.PHONE);
        }

        /** What of that is found in a tier, and in better ones but for {@link MatchTier#EXACT}. */
        String textIn(MatchTier tier) {
            return text(Searchable.in(tier));
        }

        private String text(Searchable text) {
            adding.accept(text);
            return text.text();
        }
    }

    static List<Field> of(Customer customer) {
        CustomerFields all = new CustomerFields();
        all.addNames(customer.names());
        customer.identifiers().forEach(all::add);
        customer.contacts().forEach(all::add);
        new TreeMap<>(customer.attributes())
                .forEach((name, value) -> all.add(CustomerDeltas.ATTRIBUTE + name, Kind.ATTRIBUTE, value, text -> {}));
        return List.copyOf(all.fields);
    }

    private void addNames(Names names) {
        addName("names.given", names.given());
        addName("names.family", names.family());
        if (!names.given().isBlank() && !names.family().isBlank()) {
            addName("names", names.display());
        }
    }

    private void addName(String field, String value) {
        fields.add(new Field(field, Kind.OPEN, value, text -> text.addName(value)));
    }

    private void add(Identifier identifier) {
        add(
                CustomerDeltas.IDENTIFIER + identifier.kind(),
                IdentifierKeys.isOpen(identifier.kind()) ? Kind.OPEN : Kind.CONTACT,
                identifier.value(),
                text -> text.addKey(() -> TypedKeys.of(identifier)));
    }

    /** As registered and as compared. As it is dialled stands for itself, since it takes longer to make than the rest. */
    private void add(Contact contact) {
        String field = CustomerDeltas.CONTACT + contact.type();
        String normalised = contact.normalised();
        add(
                field,
                Kind.CONTACT,
                contact.value(),
                text -> text.addKey(() -> TypedKeys.of(contact)).add(normalised));
        if (contact.type() == ContactType.PHONE && !Secrets.isIn(contact.value())) {
            fields.add(new Field(
                    field, Kind.CONTACT, contact.value(), text -> text.add(() -> ContactForms.dialled(normalised))));
        }
    }

    private void add(String name, Kind kind, String value, Consumer<Searchable> more) {
        fields.add(new Field(name, kind, value, text -> {
            // Else a secret could be found by another writing of it, which is none.
            if (!Secrets.isIn(value)) {
                more.accept(text.add(value));
            }
        }));
    }
}
