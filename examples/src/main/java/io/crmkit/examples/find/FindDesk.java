package io.crmkit.examples.find;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.CustomerId;
import io.crmkit.customer.ContactType;
import io.crmkit.customer.CustomerEdit;
import io.crmkit.customer.CustomerHit;
import io.crmkit.customer.CustomerQuery;
import io.crmkit.customer.FieldMatch;
import io.crmkit.customer.Identifier;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.error.DuplicateException;
import io.crmkit.error.InvalidRequestException;
import io.crmkit.examples.Console;
import io.crmkit.page.PageRequest;
import io.crmkit.spi.limit.LimitDecision;
import io.crmkit.spi.storage.CrmStorage;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A host that registers customers and looks for them. */
final class FindDesk implements AutoCloseable {
    private static final int MOST = 50;
    private static final int TOP = 3;

    private final Crm crm;
    private final CrmSession host;
    private final Console console;
    private final Map<CustomerId, String> idsOfHost = new HashMap<>();
    private int queries;
    private int first;
    private int top;

    FindDesk(CrmStorage storage, Console console) {
        this.crm = Crm.builder()
                .storage(storage)
                .phoneRegion("IR")
                .rateLimiter((key, cost) -> LimitDecision.allow())
                .build();
        this.host = crm.as(Actor.host("exchange"));
        this.console = console;
    }

    /**
     * Registers customers.
     *
     * @throws IllegalStateException if others are there already
     */
    void register(List<Map<String, String>> people) {
        if (!host.customers()
                .search(CustomerQuery.all(), PageRequest.first(1))
                .hits()
                .isEmpty()) {
            throw new IllegalStateException("the database holds customers already: give an empty one");
        }
        for (Map<String, String> person : people) {
            idsOfHost.put(register(person), person.getOrDefault("id", ""));
        }
    }

    /** What is not as it should be is kept as something else, so that it is found nevertheless. */
    private CustomerId register(Map<String, String> person) {
        String given = person.getOrDefault("given", "");
        String family = person.getOrDefault("family", "");
        String name = given.isBlank() && family.isBlank() ? person.getOrDefault("username", "-") : given;
        RegisterCustomer command = RegisterCustomer.named(name.isBlank() ? family : name, name.isBlank() ? "" : family);
        try {
            return host.customers()
                    .register(withContacts(withIdentifiers(command, person), person))
                    .id();
        } catch (DuplicateException | InvalidRequestException e) {
            console.err().println(person.get("id") + " is kept in part: " + e.getMessage());
            RegisterCustomer rest = command;
            for (String field : List.of("username", "wallet", "phone", "email")) {
                String value = person.getOrDefault(field, "").strip();
                rest = value.isEmpty() ? rest : rest.with(new CustomerEdit.AddContact(ContactType.MESSENGER, value));
            }
            return host.customers().register(rest).id();
        }
    }

    private static RegisterCustomer withIdentifiers(RegisterCustomer command, Map<String, String> person) {
        RegisterCustomer more = command;
        for (String kind : List.of(Identifier.USERNAME, "wallet")) {
            String value = person.getOrDefault(kind, "").strip();
            more = value.isEmpty() ? more : more.identifier(kind, value);
        }
        return more;
    }

    private static RegisterCustomer withContacts(RegisterCustomer command, Map<String, String> person) {
        String phone = person.getOrDefault("phone", "").strip();
        String email = person.getOrDefault("email", "").strip();
        RegisterCustomer more = phone.isEmpty() ? command : command.phone(phone);
        return email.isEmpty() ? more : more.email(email);
    }

    /** Types a query and prints how the expected customer was found. */
    void look(String typed, String expected) {
        List<CustomerHit> hits = host.customers().suggest(typed, MOST).hits();
        int rank = 0;
        while (rank < hits.size()
                && !expected.equals(idsOfHost.get(hits.get(rank).customer().id()))) {
            rank++;
        }
        boolean found = rank < hits.size();
        queries++;
        first += found && rank == 0 ? 1 : 0;
        top += found && rank < TOP ? 1 : 0;
        console.print(String.join(
                "\t",
                found ? Integer.toString(rank + 1) : "-",
                expected,
                typed.replaceAll("[\t\r\n]", " "),
                found ? why(hits.get(rank)) : "-"));
    }

    private static String why(CustomerHit hit) {
        return hit.matches().stream().map(FindDesk::why).distinct().collect(Collectors.joining("; "));
    }

    private static String why(FieldMatch match) {
        String field = match.field().replaceFirst("^(contact|identifier|attribute|names)\\.", "");
        return (field + ", " + match.tier()).toLowerCase(Locale.ROOT);
    }

    String summary() {
        return queries + " queries, " + first + " in top 1, " + top + " in top 3";
    }

    @Override
    public void close() {
        crm.close();
    }
}
