package io.crmkit.verify.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.actor.CustomerId;
import io.crmkit.customer.ContactType;
import io.crmkit.customer.Customer;
import io.crmkit.customer.Identifier;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.verify.Desk;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookUpTest {
    private final Desk desk = new Desk();

    @Test
    void contactsAreFoundInAnyWriting() {
        Customer ali = desk.ali();

        for (String value : List.of("09123456789", "+98 912 345 6789", "۰۹۱۲-۳۴۵-۶۷۸۹", "௦௯௧௨௩௪௫௬௭௮௯")) {
            assertThat(desk.sara().customers().findByContact(ContactType.PHONE, value))
                    .containsExactly(ali);
        }
        assertThat(desk.sara().customers().findByContact(ContactType.EMAIL, " ALI.REZAEI@EXAMPLE.COM "))
                .containsExactly(ali);
    }

    @Test
    void whatIsNoContactIsNotFound() {
        desk.ali();

        assertThat(desk.sara().customers().findByContact(ContactType.EMAIL, "ali"))
                .isEmpty();
        assertThat(desk.sara().customers().findByContact(ContactType.PHONE, "")).isEmpty();
        assertThat(desk.sara().customers().findByContact(ContactType.MESSENGER, "09123456789"))
                .isEmpty();
    }

    @Test
    void maskedContactsAreNotFound() {
        desk.ali();

        assertThat(desk.kavitha().customers().findByContact(ContactType.PHONE, "09123456789"))
                .isEmpty();
        assertThat(desk.marketer().customers().findByContact(ContactType.PHONE, "09123456789"))
                .isEmpty();
    }

    @Test
    void theOldestFiftyAreFound() {
        List<CustomerId> ids = new ArrayList<>();
        for (int i = 0; i < 51; i++) {
            ids.add(desk.sara()
                    .customers()
                    .register(RegisterCustomer.named("C" + i, "").phone("02188776655"))
                    .id());
        }

        List<Customer> found = desk.sara().customers().findByContact(ContactType.PHONE, "021-88776655");

        assertThat(found).extracting(Customer::id).isEqualTo(ids.subList(0, 50));
    }

    @Test
    void logInNamesAreFoundInAnyCaseByEverybodyWithinReach() {
        Customer ali = desk.ali();

        assertThat(desk.sara().customers().findByIdentifier(Identifier.username("ALI_R")))
                .contains(ali);
        assertThat(desk.marketer().customers().findByIdentifier(Identifier.username("ali_r")))
                .map(Customer::id)
                .contains(ali.id());
    }

    @Test
    void otherIdentifiersAreFoundByThoseWhoSeeThem() {
        Customer ali = desk.sara()
                .customers()
                .register(RegisterCustomer.named("Ali", "").identifier("wallet", "bc1q9"));
        Identifier wallet = new Identifier("wallet", "bc1q9");

        assertThat(desk.sara().customers().findByIdentifier(wallet)).contains(ali);
        assertThat(desk.kavitha().customers().findByIdentifier(wallet)).isEmpty();
        assertThat(desk.marketer().customers().findByIdentifier(wallet)).isEmpty();
        assertThat(desk.sara().customers().findByIdentifier(new Identifier("wallet", "BC1Q9")))
                .isEmpty();
    }
}
