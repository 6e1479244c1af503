package io.crmkit.notification;

import io.crmkit.actor.CustomerId;
import java.util.Optional;

/**
 * Asks for notifications, latest first.
 *
 * @param state only in this state
 * @param customer only about tickets of this customer
 * @param template only of this text
 */
public record NotificationQuery(
        Optional<NotificationState> state, Optional<CustomerId> customer, Optional<TemplateKey> template) {
    /** All. */
    public static NotificationQuery all() {
        return new NotificationQuery(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Only in this state. */
    public NotificationQuery in(NotificationState only) {
        return new NotificationQuery(Optional.of(only), customer, template);
    }

    /** Only about tickets of this customer. */
    public NotificationQuery of(CustomerId only) {
        return new NotificationQuery(state, Optional.of(only), template);
    }

    /** Only of this text. */
    public NotificationQuery template(TemplateKey only) {
        return new NotificationQuery(state, customer, Optional.of(only));
    }
}
