package io.crmkit.storage.jpa.internal.store;

import io.crmkit.activity.ActivityStatus;
import io.crmkit.activity.ActivityType;
import io.crmkit.activity.RecordActivity;
import io.crmkit.actor.CustomerId;
import io.crmkit.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a customer did. The amount is a number for sums; its scale is kept beside, since 12.500 is not 12.5. */
@Entity(name = "CrmActivity")
@Table(name = "activity")
@IdClass(ActivityRow.Key.class)
class ActivityRow {
    /** Source and its id there. */
    record Key(String source, String externalId) implements Serializable {}

    @Id
    @Column(name = "source", length = 40)
    String source;

    @Id
    @Column(name = "external_id", length = 120)
    String externalId;

    @Column(name = "customer_id")
    UUID customer;

    @Column(name = "kind", length = 30)
    String type;

    @Column(name = "status", length = 20)
    String status;

    @Column(name = "occurred_at")
    Instant occurredAt;

    @Column(name = "amount", precision = 48, scale = 18)
    @Nullable
    BigDecimal amount;

    @Column(name = "amount_scale")
    @Nullable
    Integer amountScale;

    @Column(name = "asset", length = 12)
    @Nullable
    String asset;

    static ActivityRow of(RecordActivity activity) {
        ActivityRow row = new ActivityRow();
        row.source = activity.source();
        row.externalId = activity.externalId();
        row.customer = activity.customer().value();
        row.type = activity.type().name();
        row.status = activity.status().name();
        row.occurredAt = activity.occurredAt();
        activity.amount().ifPresent(money -> {
            row.amount = money.amount();
            row.amountScale = money.amount().scale();
            row.asset = money.asset();
        });
        return row;
    }

    RecordActivity toActivity() {
        return new RecordActivity(
                new CustomerId(customer),
                source,
                externalId,
                ActivityType.valueOf(type),
                ActivityStatus.valueOf(status),
                occurredAt,
                money());
    }

    private Optional<Money> money() {
        return amount == null || amountScale == null || asset == null
                ? Optional.empty()
                : Optional.of(new Money(amount.setScale(amountScale), asset));
    }
}
