package io.crmkit.storage.jpa.internal.store;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.TeamId;
import io.crmkit.customer.ContactType;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerFlag;
import io.crmkit.customer.Names;
import io.crmkit.customer.Tier;
import io.crmkit.storage.jpa.internal.json.Columns;
import io.crmkit.storage.jpa.internal.sql.Database;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A customer. Flags stand between commas, so that one is found as a part. */
@Entity(name = "CrmCustomer")
@Table(name = "customer")
class CustomerRow {
    /** In the order in which {@link #read} reads them. */
    static final List<String> COLUMNS = List.of(
            "id",
            "version",
            "given_name",
            "family_name",
            "identifiers",
            "contacts",
            "languages",
            "preferred_channel",
            "tier",
            "flags",
            "attributes",
            "masked",
            "owner_id",
            "team",
            "created_at",
            "created_by_kind",
            "created_by",
            "updated_at");

    @Id
    @Column(name = "id")
    UUID id;

    @Version
    @Column(name = "version")
    long version;

    @Column(name = "given_name", length = 200)
    String given;

    @Column(name = "family_name", length = 200)
    String family;

    @Column(name = "identifiers", length = Texts.LONG)
    String identifiers;

    @Column(name = "contacts", length = Texts.LONG)
    String contacts;

    @Column(name = "languages", length = Texts.LONG)
    String languages;

    @Column(name = "preferred_channel", length = 20)
    @Nullable
    String preferredChannel;

    @Column(name = "tier", length = 20)
    String tier;

    @Column(name = "flags", length = 200)
    String flags;

    @Column(name = "attributes", length = Texts.LONG)
    String attributes;

    @Column(name = "masked", length = Texts.LONG)
    String masked;

    @Column(name = "owner_id", length = 64)
    @Nullable
    String owner;

    @Column(name = "team", length = 40)
    String team;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by_kind", length = 20)
    String createdByKind;

    @Column(name = "created_by", length = 64)
    String createdBy;

    @Column(name = "updated_at")
    Instant updatedAt;

    /** Reads a row that another query than Hibernate's found. */
    static CustomerRow read(ResultSet result, Database database) throws SQLException {
        CustomerRow row = new CustomerRow();
        row.id = database.id(result, 1);
        row.version = result.getLong(2);
        row.given = result.getString(3);
        row.family = result.getString(4);
        row.identifiers = result.getString(5);
        row.contacts = result.getString(6);
        row.languages = result.getString(7);
        row.preferredChannel = result.getString(8);
        row.tier = result.getString(9);
        row.flags = result.getString(10);
        row.attributes = result.getString(11);
        row.masked = result.getString(12);
        row.owner = result.getString(13);
        row.team = result.getString(14);
        row.createdAt = database.instant(result, 15);
        row.createdByKind = result.getString(16);
        row.createdBy = result.getString(17);
        row.updatedAt = database.instant(result, 18);
        return row;
    }

    static CustomerRow of(Customer customer) {
        CustomerRow row = new CustomerRow();
        row.id = customer.id().value();
        row.version = customer.version();
        row.given = customer.names().given();
        row.family = customer.names().family();
        row.identifiers = Columns.identifiers(customer.identifiers());
        row.contacts = Columns.contacts(customer.contacts());
        row.languages = Columns.words(customer.languages());
        row.preferredChannel = customer.preferredChannel().map(Enum::name).orElse(null);
        row.tier = customer.tier().name();
        row.flags = customer.flags().stream().map(CustomerRow::flag).sorted().collect(Collectors.joining());
        row.attributes = Columns.map(customer.attributes());
        row.masked = Columns.words(customer.masked().stream().sorted().toList());
        row.owner = customer.owner().map(ActorId::value).orElse(null);
        row.team = customer.team().value();
        row.createdAt = customer.createdAt();
        row.createdByKind = customer.createdBy().kind().name();
        row.createdBy = customer.createdBy().id().value();
        row.updatedAt = customer.updatedAt();
        return row;
    }

    /** The part that is there if the flag is. */
    static String flag(CustomerFlag flag) {
        return "," + flag.name() + ",";
    }

    Customer toCustomer() {
        return new Customer(
                new CustomerId(id),
                version,
                new Names(given, family),
                Columns.identifiers(identifiers),
                Columns.contacts(contacts),
                Columns.words(languages),
                Optional.ofNullable(preferredChannel).map(ContactType::valueOf),
                Tier.valueOf(tier),
                flags(),
                Columns.map(attributes),
                Optional.ofNullable(owner).map(ActorId::new),
                TeamId.of(team),
                createdAt,
                Actors.of(createdByKind, createdBy),
                updatedAt,
                Set.copyOf(Columns.words(masked)));
    }

    private Set<CustomerFlag> flags() {
        return Arrays.stream(CustomerFlag.values())
                .filter(flag -> flags.contains(flag(flag)))
                .collect(Collectors.toSet());
    }
}
