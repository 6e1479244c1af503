package io.crmkit.verify.customer;

import static io.crmkit.verify.Desk.refusedFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.CrmSession;
import io.crmkit.actor.CustomerId;
import io.crmkit.customer.AttributeDefinition;
import io.crmkit.customer.AttributeType;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerQuery;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.customer.UpdateCustomer;
import io.crmkit.error.PermissionDeniedException;
import io.crmkit.page.PageRequest;
import io.crmkit.verify.Desk;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributeTest {
    private final Desk desk = new Desk();

    @Test
    void someAttributesAreShippedWithNamesInThreeLanguages() {
        List<AttributeDefinition> shipped = desk.sara().customers().attributes();

        assertThat(shipped)
                .extracting(AttributeDefinition::name)
                .containsExactly(
                        "favouriteAssets",
                        "kyc.documentNumber",
                        "kyc.level",
                        "kyc.status",
                        "loginDevice",
                        "relationship");
        assertThat(shipped)
                .allSatisfy(definition -> assertThat(definition.labels()).containsOnlyKeys("fa", "ta", "en"));
        assertThat(shipped).filteredOn(AttributeDefinition::sensitive).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TEXT      | سلام دنیا              | سلام دنیا
            INTEGER   | ۱۲                     | 12
            INTEGER   | -௧௨                   | -12
            DECIMAL   | 12.50                  | 12.50
            BOOLEAN   | true                   | true
            DATE      | ۲۰۲۶-۰۳-۲۱             | 2026-03-21
            INSTANT   | 2026-03-21T08:00:00Z   | 2026-03-21T08:00:00Z
            MONEY     | ۱۲٫5 USDT              |
            MONEY     | ۱۲.۵ USDT              | 12.5 USDT
            MONEY     | 1E999999999 USDT       |
            ASSET_SET | ETH, BTC,ETH           | BTC,ETH
            ASSET_SET | btc                    |
            ASSET_SET | BTC,,ETH               |
            INTEGER   | 1.5                    |
            DECIMAL   | 1e5                    |
            BOOLEAN   | yes                    |
            DATE      | 2026-02-30             |
            INSTANT   | 2026-03-21             |
            """)
    void valuesFitTheirType(AttributeType type, String given, String stored) {
        desk.admin().customers().define(AttributeDefinition.of("x", type));
        RegisterCustomer command = RegisterCustomer.named("Ali", "").attribute("x", given);

        if (stored == null) {
            assertThat(refusedFields(() -> desk.sara().customers().register(command)))
                    .containsExactly("attribute.x");
        } else {
            assertThat(desk.sara().customers().register(command).attributes()).containsEntry("x", stored);
        }
    }

    @Test
    void choicesAreAmongTheOptions() {
        Customer customer = desk.sara()
                .customers()
                .register(RegisterCustomer.named("Ali", "")
                        .attribute("kyc.status", "VERIFIED")
                        .attribute("relationship", "TRADER, INVESTOR"));

        assertThat(customer.attributes())
                .containsEntry("kyc.status", "VERIFIED")
                .containsEntry("relationship", "INVESTOR,TRADER");
        assertThat(refusedFields(() -> desk.sara()
                        .customers()
                        .update(UpdateCustomer.of(customer).attribute("relationship", "TRADER,GHOST"))))
                .containsExactly("attribute.relationship");
    }

    @Test
    void aTextIsOneLineOfAtMostFiveHundredCharacters() {
        RegisterCustomer named = RegisterCustomer.named("Ali", "");

        desk.sara().customers().register(named.attribute("kyc.level", "x".repeat(500)));

        assertThat(refusedFields(() -> desk.sara().customers().register(named.attribute("kyc.level", "x".repeat(501)))))
                .containsExactly("attribute.kyc.level");
        assertThat(refusedFields(() -> desk.sara().customers().register(named.attribute("kyc.level", "x\ny"))))
                .containsExactly("attribute.kyc.level");
    }

    @Test
    void aNewAttributeIsListedAmongTheOthers() {
        AttributeDefinition referral =
                AttributeDefinition.of("referral", AttributeType.TEXT).label("fa", "معرف");

        desk.admin().customers().define(referral);

        assertThat(desk.sara().customers().attributes()).hasSize(7).contains(referral);
    }

    @Test
    void aSavedDefinitionTakesThePlaceOfTheShippedOne() {
        AttributeDefinition wider = AttributeDefinition.choice("loginDevice", "WEB", "ANDROID", "IOS", "WATCH");

        desk.admin().customers().define(wider);

        assertThat(desk.sara().customers().attributes()).hasSize(6).contains(wider);
        assertThat(desk.sara()
                        .customers()
                        .register(RegisterCustomer.named("Ali", "").attribute("loginDevice", "WATCH"))
                        .attributes())
                .containsEntry("loginDevice", "WATCH");
    }

    @Test
    void typeAndOptionsOfAnAttributeStay() {
        assertThat(refusedFields(() ->
                        desk.admin().customers().define(AttributeDefinition.of("kyc.status", AttributeType.TEXT))))
                .containsExactly("attribute.type", "attribute.options");
        assertThat(refusedFields(
                        () -> desk.admin().customers().define(AttributeDefinition.choice("loginDevice", "WEB", "IOS"))))
                .containsExactly("attribute.options");
    }

    @Test
    void anOptionWithACommaIsRefused() {
        assertThat(refusedFields(() -> desk.admin().customers().define(AttributeDefinition.choice("size", "S,M", "L"))))
                .containsExactly("attribute.options");
    }

    @Test
    void whatBecomesSensitiveIsNoLongerFoundByOthers() {
        AttributeDefinition plate = AttributeDefinition.of("plate", AttributeType.TEXT);
        desk.admin().customers().define(plate);
        Customer ali = desk.sara()
                .customers()
                .register(RegisterCustomer.named("Ali", "").attribute("plate", "IR-5566"));
        assertThat(found(desk.sara(), "5566")).containsExactly(ali.id());

        desk.admin().customers().define(plate.asSensitive());

        assertThat(found(desk.sara(), "5566")).isEmpty();
        assertThat(desk.sara().customers().get(ali.id()).attributes()).containsEntry("plate", "…66");
        assertThat(found(desk.admin(), "5566")).containsExactly(ali.id());

        desk.admin().customers().define(plate);

        assertThat(found(desk.sara(), "5566")).containsExactly(ali.id());
    }

    @Test
    void onlyThosePermittedDefine() {
        assertThatThrownBy(() -> desk.supervisor().customers().define(AttributeDefinition.of("x", AttributeType.TEXT)))
                .isInstanceOf(PermissionDeniedException.class);
    }

    private static List<CustomerId> found(CrmSession session, String text) {
        return session.customers().search(CustomerQuery.containing(text), PageRequest.first()).customers().stream()
                .map(Customer::id)
                .toList();
    }
}
