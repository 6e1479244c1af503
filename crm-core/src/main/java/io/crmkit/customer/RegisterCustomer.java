package io.crmkit.customer;

import io.crmkit.error.Checks;
import io.crmkit.error.Form;
import io.crmkit.error.Violation;
import io.crmkit.error.ViolationCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks to register a customer. Immutable: every method returns another command.
 *
 * @param edits what is known, in order, at most 100
 * @param onceKey idempotency key
 */
public record RegisterCustomer(List<CustomerEdit> edits, Optional<String> onceKey) implements Form {
    /** Demands what has no default, and copies. */
    public RegisterCustomer {
        edits = List.copyOf(edits);
    }

    @Override
    public List<Violation> violations() {
        return Checks.that("")
                .require(
                        edits.size() <= CustomerEdit.MOST,
                        "edits",
                        ViolationCode.TOO_LONG,
                        "has more than 100 elements")
                .once(onceKey)
                .found();
    }

    /** A customer of that name. */
    public static RegisterCustomer named(String given, String family) {
        return new RegisterCustomer(List.of(new CustomerEdit.Rename(given, family)), Optional.empty());
    }

    /** Adds a telephone number; digits of any script, with or without the country's code. */
    public RegisterCustomer phone(String number) {
        return with(new CustomerEdit.AddContact(ContactType.PHONE, number));
    }

    /** Adds an e-mail address. */
    public RegisterCustomer email(String address) {
        return with(new CustomerEdit.AddContact(ContactType.EMAIL, address));
    }

    /** Adds the log-in name. */
    public RegisterCustomer username(String name) {
        return with(new CustomerEdit.AddIdentifier(Identifier.USERNAME, name));
    }

    /** Adds a key of another system. */
    public RegisterCustomer identifier(String kind, String value) {
        return with(new CustomerEdit.AddIdentifier(kind, value));
    }

    /** Sets the languages, best first, such as {@code fa}. */
    public RegisterCustomer language(String... tags) {
        return with(new CustomerEdit.SetLanguages(List.of(tags)));
    }

    /** Sets an attribute. */
    public RegisterCustomer attribute(String name, String value) {
        return with(new CustomerEdit.SetAttribute(name, value));
    }

    /** Adds any other fact. */
    public RegisterCustomer with(CustomerEdit edit) {
        List<CustomerEdit> more = new ArrayList<>(edits);
        more.add(edit);
        return new RegisterCustomer(more, onceKey);
    }

    /** Makes a repetition of this call return the first result. The key has 1 to 120 characters. */
    public RegisterCustomer once(String key) {
        return new RegisterCustomer(edits, Optional.of(key));
    }
}
