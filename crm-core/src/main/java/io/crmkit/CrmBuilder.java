package io.crmkit;

import io.crmkit.actor.AccessMatrix;
import io.crmkit.actor.AccessPolicy;
import io.crmkit.attachment.internal.Attachments;
import io.crmkit.file.AttachmentSettings;
import io.crmkit.id.IdSource;
import io.crmkit.internal.Kernel;
import io.crmkit.internal.access.GateParts;
import io.crmkit.internal.access.TokenBuckets;
import io.crmkit.internal.id.TimeOrderedIds;
import io.crmkit.internal.reference.References;
import io.crmkit.notification.NoticeChannel;
import io.crmkit.retention.Retention;
import io.crmkit.spi.limit.RateLimiter;
import io.crmkit.spi.limit.RateLimits;
import io.crmkit.spi.notify.Notifier;
import io.crmkit.spi.storage.CrmStorage;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a CRM is made of. Only the storage has no default. Each option is set once: a second setting is refused,
 * since one of the two would be lost in silence. Not thread-safe.
 */
public final class CrmBuilder {
    private @Nullable CrmStorage storage;
    private @Nullable InstantSource clock;
    private @Nullable IdSource ids;
    private @Nullable AccessPolicy policy;
    private @Nullable RateLimiter rateLimiter;
    private @Nullable RateLimits rateLimits;
    private @Nullable Retention retention;
    private @Nullable String phoneRegion;
    private @Nullable Pattern orderIds;
    private @Nullable ZoneId zone;
    private @Nullable AttachmentSettings attachments;
    private final Map<NoticeChannel, Notifier> notifiers = new EnumMap<>(NoticeChannel.class);

    CrmBuilder() {}

    /** Where records are kept; the CRM closes it. */
    public CrmBuilder storage(CrmStorage value) {
        storage = once("storage", storage, value);
        return this;
    }

    /** What time it is; the system's clock if nobody says. */
    public CrmBuilder clock(InstantSource value) {
        clock = once("clock", clock, value);
        return this;
    }

    /** Where ids come from; version 7 UUIDs of the clock if nobody says. */
    public CrmBuilder ids(IdSource value) {
        ids = once("ids", ids, value);
        return this;
    }

    /** Who may do what; {@link AccessMatrix#standard()} if nobody says. */
    public CrmBuilder policy(AccessPolicy value) {
        policy = once("policy", policy, value);
        return this;
    }

    /** How much one actor may do, counted by the shipped limiter; {@link RateLimits#standard()} if nobody says. */
    public CrmBuilder rateLimits(RateLimits value) {
        rateLimits = once("rateLimits", rateLimits, value);
        return this;
    }

    /** Who counts instead of the shipped limiter, for all nodes together say. It is asked about every kind of actor. */
    public CrmBuilder rateLimiter(RateLimiter value) {
        rateLimiter = once("rateLimiter", rateLimiter, value);
        return this;
    }

    /** How long records are kept; {@link Retention#standard()} if nobody says. */
    public CrmBuilder retention(Retention value) {
        retention = once("retention", retention, value);
        return this;
    }

    /** Whose national telephone numbers are meant where the country's code is missing, such as {@code IR}; none if nobody says. */
    public CrmBuilder phoneRegion(String value) {
        phoneRegion = once("phoneRegion", phoneRegion, value);
        return this;
    }

    /**
     * What order ids look like within a text, such as {@code Pattern.compile("\\bWD-\\d{4,}\\b")}: notes and tickets are
     * found by them, with and without hyphens and blanks, in upper and lower case. Other numbers of five and more
     * characters with three digits are found without it. The pattern sees texts of customers, with digits of all scripts
     * as 0 to 9: let no part repeat within a part that repeats, or some text takes it very long.
     */
    public CrmBuilder orderIds(Pattern value) {
        orderIds = once("orderIds", orderIds, value);
        return this;
    }

    /** Where a day ends, for limits per day, such as {@code ZoneId.of("Asia/Tehran")}; UTC if nobody says. */
    public CrmBuilder zone(ZoneId value) {
        zone = once("zone", zone, value);
        return this;
    }

    /** Where files go, and which are let in; without it the CRM keeps no files. */
    public CrmBuilder attachments(AttachmentSettings value) {
        attachments = once("attachments", attachments, value);
        return this;
    }

    /** Who carries notices of a channel; notices of channels without a notifier are given up at once, and can be retried. */
    public CrmBuilder notifier(NoticeChannel channel, Notifier value) {
        notifiers.put(channel, once("notifier " + channel, notifiers.get(channel), value));
        return this;
    }

    /**
     * Makes the CRM.
     *
     * @throws IllegalStateException if something is missing or wrong: the message lists all of it; or if the spool
     *     directory of {@link #attachments} cannot be used
     */
    public Crm build() {
        List<String> problems = new ArrayList<>();
        if (storage == null) {
            problems.add(
                    "no storage: call .storage(MemoryStorage.create()) for a try, or give a storage for your database");
        }
        if (phoneRegion != null && !Set.of(Locale.getISOCountries()).contains(phoneRegion)) {
            problems.add("phoneRegion is no country code of two capital letters, such as IR");
        }
        if (orderIds != null && orderIds.matcher("").find()) {
            problems.add("orderIds finds an order id in an empty text: let it demand a character");
        }
        if (rateLimiter != null && rateLimits != null) {
            problems.add("rateLimiter and rateLimits are both set: one would be lost, set one");
        }
        if (storage == null || !problems.isEmpty()) {
            throw new IllegalStateException("The CRM cannot start:\n - " + String.join("\n - ", problems));
        }
        InstantSource time = clock == null ? InstantSource.system() : clock;
        GateParts parts = new GateParts(
                storage,
                policy == null ? AccessMatrix.standard() : policy,
                limiter(time),
                time,
                ids == null ? new TimeOrderedIds(time) : ids);
        return new Crm(new Kernel(
                parts,
                new References(Optional.ofNullable(orderIds), Optional.ofNullable(phoneRegion)),
                notifiers,
                retention == null ? Retention.standard() : retention,
                files()));
    }

    private Attachments files() {
        return attachments == null
                ? Attachments.none()
                : Attachments.open(
                        attachments, FileInspectors.by(attachments.policy()), zone == null ? ZoneOffset.UTC : zone);
    }

    private RateLimiter limiter(InstantSource time) {
        return rateLimiter == null
                ? new TokenBuckets(rateLimits == null ? RateLimits.standard() : rateLimits, time)
                : rateLimiter;
    }

    private static <T> T once(String option, @Nullable T present, T value) {
        if (present != null) {
            throw new IllegalStateException(option + " is set already: set it once");
        }
        return Objects.requireNonNull(value, option);
    }
}
