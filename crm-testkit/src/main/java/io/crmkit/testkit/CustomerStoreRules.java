package io.crmkit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.crmkit.actor.CustomerId;
import io.crmkit.customer.AttributeDefinition;
import io.crmkit.customer.AttributeType;
import io.crmkit.customer.Customer;
import io.crmkit.customer.Identifier;
import io.crmkit.customer.Tier;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.DuplicateKeyException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Customers, their unique keys, their contacts, and the definitions of their attributes. */
abstract class CustomerStoreRules extends StorageRules {
    @Test
    void aStoredCustomerIsFoundById() {
        Customer customer = givenCustomer();

        assertEquals(Optional.of(customer), read(tx -> tx.customers().find(customer.id(), ALL)));
        assertEquals(Optional.empty(), read(tx -> tx.customers().find(new CustomerId(samples.id()), ALL)));
    }

    @Test
    void aTakenIdIsRefusedAtTheCall() {
        Customer customer = givenCustomer();
        Customer other = samples.customer().id(customer.id().value()).build();

        assertEquals("id", refusedAsDuplicate(other));

        assertEquals(Optional.of(customer), read(tx -> tx.customers().find(customer.id(), ALL)));
    }

    @Test
    void aTakenIdentifierIsRefusedAtTheCall() {
        given(samples.customer().identifiers(new Identifier("wallet", "TXn9b"), Identifier.username("parisa")));
        Customer other = samples.customer()
                .identifiers(new Identifier("uid", "new"), new Identifier("wallet", "TXn9b"))
                .build();

        assertEquals("wallet", refusedAsDuplicate(other));

        assertEquals(Optional.empty(), read(tx -> tx.customers().findByIdentifier("uid:new", ALL)));
    }

    @Test
    void anIdentifierTakenInTheSameTransactionIsRefusedAtTheCall() {
        Customer one =
                samples.customer().identifiers(Identifier.username("parisa")).build();
        Customer two =
                samples.customer().identifiers(Identifier.username("parisa")).build();

        DuplicateKeyException refusal = refusedAtTheCall(DuplicateKeyException.class, tx -> {
            tx.customers().insert(one, SampleRecords.index(one));
            tx.customers().insert(two, SampleRecords.index(two));
        });

        assertEquals("username", refusal.key());
        assertEquals(Optional.empty(), read(tx -> tx.customers().find(one.id(), ALL)));
    }

    @Test
    void theRefusalOfADuplicateDoesNotRepeatTheValue() {
        given(samples.customer().identifiers(new Identifier("wallet", "TXn9b")));
        Customer other = samples.customer()
                .identifiers(new Identifier("wallet", "TXn9b"))
                .build();

        DuplicateKeyException refusal = refusedAtTheCall(
                DuplicateKeyException.class, tx -> tx.customers().insert(other, SampleRecords.index(other)));

        assertFalse(String.valueOf(refusal.getMessage()).contains("TXn9b"), "the value is personal");
    }

    @Test
    void anUpdateMayNotTakeAnothersIdentifier() {
        given(samples.customer().identifiers(Identifier.username("parisa")));
        Customer customer = givenCustomer();
        Customer changed = CustomerSample.after(customer)
                .identifiers(Identifier.username("parisa"))
                .build();

        DuplicateKeyException refusal = refusedAtTheCall(
                DuplicateKeyException.class, tx -> tx.customers().update(changed, SampleRecords.index(changed)));

        assertEquals("username", refusal.key());
        assertEquals(Optional.of(customer), read(tx -> tx.customers().find(customer.id(), ALL)));
    }

    @Test
    void identifiersThatAnUpdateGivesUpAreFree() {
        Customer customer = given(samples.customer().identifiers(Identifier.username("parisa")));

        update(CustomerSample.after(customer)
                .identifiers(new Identifier("uid", "1"))
                .build());
        Customer other = given(samples.customer().identifiers(Identifier.username("parisa")));

        assertEquals(Optional.of(other), read(tx -> tx.customers().findByIdentifier("username:parisa", ALL)));
    }

    @Test
    void anUpdateReplacesTheCustomerAndWhatItIsFoundBy() {
        Customer customer = given(samples.customer()
                .identifiers(new Identifier("uid", "old"), new Identifier("uid", "kept"))
                .contacts(SampleRecords.phone("+98")));

        Customer changed = CustomerSample.after(customer)
                .identifiers(new Identifier("uid", "new"), new Identifier("uid", "kept"))
                .contacts(SampleRecords.phone("+91"))
                .team(CRYPTO)
                .build();
        update(changed);

        assertEquals(Optional.empty(), read(tx -> tx.customers().findByIdentifier("uid:old", ALL)));
        assertEquals(Optional.of(changed), read(tx -> tx.customers().findByIdentifier("uid:kept", ALL)));
        assertEquals(Optional.of(changed), read(tx -> tx.customers().findByIdentifier("uid:new", ALL)));
        assertEquals(List.of(), read(tx -> tx.customers().findByContact("PHONE:+98", ALL, 10)));
        assertEquals(List.of(changed), read(tx -> tx.customers().findByContact("PHONE:+91", ALL, 10)));
        assertEquals(Optional.of(changed), read(tx -> tx.customers().find(customer.id(), reachOf(CRYPTO))));
    }

    @Test
    void aStaleVersionIsRefusedAtTheCall() {
        Customer customer = givenCustomer();
        String id = customer.id().toString();
        update(CustomerSample.after(customer).build());

        refusedAsStale(id, 1, 2, tx -> update(tx, CustomerSample.after(customer).build()));
        refusedAsStale(
                id,
                3,
                2,
                tx -> update(tx, CustomerSample.after(customer).version(4).build()));
        refusedAsStale(
                id,
                0,
                2,
                tx -> update(tx, CustomerSample.after(customer).version(1).build()));
        Customer unknown = samples.customer().version(2).build();
        refusedAsStale(unknown.id().toString(), 1, 0, tx -> update(tx, unknown));
    }

    @Test
    void aCustomerChangedTwiceInOneTransactionIsInTheLastVersion() {
        Customer customer = givenCustomer();
        Customer second = CustomerSample.after(customer).tier(Tier.SILVER).build();
        Customer third = CustomerSample.after(second).tier(Tier.GOLD).build();

        write(tx -> {
            update(tx, second);
            update(tx, third);
        });

        assertEquals(Optional.of(third), read(tx -> tx.customers().find(customer.id(), ALL)));
    }

    @Test
    void keysAreComparedAsTheyAre() {
        List<String> values =
                List.of("cafe", "Cafe", "café", "cafe\u0301", "cafe ", " cafe", "کیف", "كيف", "ka_e", "ka%");
        List<Customer> stored = values.stream()
                .map(value -> given(samples.customer()
                        .identifiers(new Identifier("wallet", value))
                        .contacts(SampleRecords.phone(value))))
                .toList();

        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            Customer expected = stored.get(i);
            assertEquals(
                    Optional.of(expected), read(tx -> tx.customers().findByIdentifier("wallet:" + value, ALL)), value);
            assertEquals(List.of(expected), read(tx -> tx.customers().findByContact("PHONE:" + value, ALL, 10)), value);
        }
        assertEquals(Optional.empty(), read(tx -> tx.customers().findByIdentifier("wallet:kaxe", ALL)));
        assertEquals(Optional.empty(), read(tx -> tx.customers().findByIdentifier("cafe", ALL)));
    }

    @Test
    void customersMayShareAContact() {
        Customer one = given(samples.customer().contacts(SampleRecords.phone("+982")));
        Customer two = given(samples.customer().contacts(SampleRecords.phone("+981"), SampleRecords.phone("+982")));

        assertEquals(List.of(one, two), read(tx -> tx.customers().findByContact("PHONE:+982", ALL, 10)));
    }

    @Test
    void definitionsOfAttributesAreReplacedByNameAndReadByName() {
        AttributeDefinition status = AttributeDefinition.choice("kyc.status", "verified", "pending")
                .label("fa", "وضعیت")
                .label("ta", "நிலை");
        AttributeDefinition region = AttributeDefinition.of("region", AttributeType.TEXT);
        AttributeDefinition assets = AttributeDefinition.of("assets", AttributeType.ASSET_SET);
        write(tx -> List.of(region, status, assets)
                .forEach(definition -> tx.customers().saveAttribute(definition)));

        write(tx -> tx.customers().saveAttribute(region.asSensitive()));

        assertEquals(
                List.of(assets, status, region.asSensitive()),
                read(tx -> tx.customers().attributes()));
    }

    private String refusedAsDuplicate(Customer customer) {
        return refusedAtTheCall(
                        DuplicateKeyException.class,
                        tx -> tx.customers().insert(customer, SampleRecords.index(customer)))
                .key();
    }

    private void update(Customer customer) {
        write(tx -> update(tx, customer));
    }

    private static void update(CrmTransaction tx, Customer customer) {
        tx.customers().update(customer, SampleRecords.index(customer));
    }
}
