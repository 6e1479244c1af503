package io.crmkit.verify.customer;

import static io.crmkit.verify.Desk.refusedFields;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.Role;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerEdit;
import io.crmkit.customer.FieldChange;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.customer.Tier;
import io.crmkit.customer.TimelineQuery;
import io.crmkit.customer.UpdateCustomer;
import io.crmkit.page.PageRequest;
import io.crmkit.verify.Desk;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Who may set a sensitive value without seeing it does not learn from the answer what it was. */
class GuessingTest {
    private static final String DOCUMENT = "kyc.documentNumber";

    private final Desk desk = new Desk();
    private final CrmSession sales = desk.as(Actor.agent("mehdi", Role.SALES_MANAGER));

    /** All that a change tells the one who makes it. */
    private record Told(String customer, List<String> values, boolean later, List<String> history, int timeline) {}

    @Test
    void aRightGuessTellsNoMoreThanAWrongOne() {
        UnaryOperator<UpdateCustomer> guess = command -> command.attribute(DOCUMENT, "A1234567");

        assertThat(told(desk.sara(), "A1234567", guess)).isEqualTo(told(desk.sara(), "A7654367", guess));
        assertThat(told(sales, "A1234567", guess)).isEqualTo(told(sales, "A7654367", guess));
    }

    @Test
    void norDoesAGuessAmongOtherChanges() {
        UnaryOperator<UpdateCustomer> guess = command -> command.attribute("kyc.level", "2")
                .attribute(DOCUMENT, "A1234567")
                .attribute("loginDevice", "WEB")
                .tier(Tier.GOLD);

        assertThat(told(desk.sara(), "A1234567", guess)).isEqualTo(told(desk.sara(), "A7654367", guess));
    }

    @Test
    void whoMayNotKnowThatAValueIsSetDoesNotLearnItByClearing() {
        UnaryOperator<UpdateCustomer> clear = command -> command.with(new CustomerEdit.ClearAttribute(DOCUMENT));

        assertThat(told(sales, "A1234567", clear)).isEqualTo(told(sales, "", clear));
        assertThat(refusedFields(() -> told(desk.sara(), "", clear))).containsExactly("attribute." + DOCUMENT);
    }

    @Test
    void whoSeesTheValueChangesNothingBySettingItAgain() {
        Customer customer = registered("A1234567");

        Customer same =
                desk.admin().customers().update(UpdateCustomer.of(customer).attribute(DOCUMENT, "A1234567"));

        assertThat(same).isEqualTo(customer);
    }

    @Test
    void aValueThatWasSetBlindlyIsStored() {
        Customer customer = registered("A1234567");

        desk.sara().customers().update(UpdateCustomer.of(customer).attribute(DOCUMENT, "B7"));

        assertThat(desk.admin().customers().get(customer.id()).attributes()).containsEntry(DOCUMENT, "B7");
    }

    private Told told(CrmSession actor, String stored, UnaryOperator<UpdateCustomer> change) {
        Customer before = registered(stored);
        desk.clock.advance(Duration.ofMinutes(1));
        Customer after = actor.customers().update(change.apply(UpdateCustomer.of(before)));
        return new Told(
                "version " + after.version() + " masked "
                        + List.copyOf(after.masked()).stream().sorted().toList(),
                after.attributes().entrySet().stream()
                        .map(Object::toString)
                        .sorted()
                        .toList(),
                after.updatedAt().isAfter(before.updatedAt()),
                actor.customers().history(after.id(), PageRequest.first()).items().stream()
                        .map(GuessingTest::line)
                        .toList(),
                actor.customers()
                        .timeline(TimelineQuery.of(after.id()), PageRequest.first())
                        .items()
                        .size());
    }

    private static String line(FieldChange change) {
        return change.field() + " " + change.before() + " " + change.after();
    }

    private Customer registered(String document) {
        RegisterCustomer command = RegisterCustomer.named("Ali", "").attribute("kyc.level", "1");
        return desk.admin().customers().register(document.isEmpty() ? command : command.attribute(DOCUMENT, document));
    }
}
