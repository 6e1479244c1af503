package io.crmkit.spi.storage;

import io.crmkit.actor.CustomerId;
import io.crmkit.notification.NotificationState;
import io.crmkit.notification.TemplateKey;
import io.crmkit.time.TimeRange;
import java.util.Optional;

/**
 * Which notifications are wanted: those that all of these hold for.
 *
 * @param reach within reach, by team
 * @param state in this state
 * @param customer about tickets of this customer
 * @param template of this text
 * @param created caused within this time
 */
public record NotificationCriteria(
        Reach reach,
        Optional<NotificationState> state,
        Optional<CustomerId> customer,
        Optional<TemplateKey> template,
        Optional<TimeRange> created) {}
