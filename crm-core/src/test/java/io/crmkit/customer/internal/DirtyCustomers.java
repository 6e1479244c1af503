package io.crmkit.customer.internal;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.ActorKind;
import io.crmkit.actor.ActorRef;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.TeamId;
import io.crmkit.customer.Contact;
import io.crmkit.customer.ContactType;
import io.crmkit.customer.Customer;
import io.crmkit.customer.Identifier;
import io.crmkit.customer.Names;
import io.crmkit.customer.Tier;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Customers of few different characters, so that what is typed is often found in another field than it was meant for. */
final class DirtyCustomers {
    private static final String CHARACTERS = "aB1 2-.@'é۱ر()/,_0";

    private final Random random;
    private final ContactForms contacts = new ContactForms(Optional.of("IR"));

    DirtyCustomers(long seed) {
        random = new Random(seed);
    }

    /** What somebody types. */
    String typed() {
        return switch (random.nextInt(4)) {
            case 0 -> some(4);
            case 1 -> some(3) + " " + some(3);
            case 2 -> "00" + (10 + random.nextInt(90)) + "1";
            default -> String.valueOf(1 + random.nextInt(999));
        };
    }

    Customer next() {
        String digits = String.format("%07d", random.nextInt(10_000_000));
        return customer(
                new Names(some(8) + "a1", some(8) + "b2"),
                List.of(Identifier.username("u" + some(10) + "1"), new Identifier("wallet", "T" + some(10) + "2")),
                List.of(
                        contact(ContactType.EMAIL, "a." + random.nextInt(10_000) + "B@Ex-1.com"),
                        contact(ContactType.MESSENGER, "@" + some(6) + "a1"),
                        contact(ContactType.PHONE, random.nextBoolean() ? "0912 " + digits : "+98 (912) " + digits)),
                Map.of("kyc.level", some(6) + "1"));
    }

    /** One of whom nothing else is known. */
    static Customer customer(
            Names names, List<Identifier> identifiers, List<Contact> contacts, Map<String, String> attributes) {
        return new Customer(
                new CustomerId(new UUID(1, 2)),
                1,
                names,
                identifiers,
                contacts,
                List.of(),
                Optional.empty(),
                Tier.STANDARD,
                Set.of(),
                attributes,
                Optional.empty(),
                TeamId.SUPPORT,
                Instant.EPOCH,
                new ActorRef(ActorKind.HOST, new ActorId("exchange")),
                Instant.EPOCH,
                Set.of());
    }

    private Contact contact(ContactType type, String value) {
        return contacts.contact(type, value).orElseGet(() -> new Contact(type, value, value));
    }

    private String some(int most) {
        StringBuilder text = new StringBuilder();
        int length = 1 + random.nextInt(most);
        for (int i = 0; i < length; i++) {
            text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return text.toString();
    }
}
