package io.crmkit.notification;

import io.crmkit.id.IdText;
import java.util.UUID;

/** Names one notification. */
public record NotificationId(UUID value) {
    /**
     * Reads either text form.
     *
     * @throws io.crmkit.error.InvalidRequestException if it is none
     */
    public static NotificationId parse(String text) {
        return new NotificationId(IdText.parse("notificationId", text));
    }

    /** The 26 characters of {@link IdText}. */
    @Override
    public String toString() {
        return IdText.of(value);
    }
}
