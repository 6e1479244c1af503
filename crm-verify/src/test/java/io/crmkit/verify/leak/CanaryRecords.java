package io.crmkit.verify.leak;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.TeamId;
import io.crmkit.attachment.InspectionPolicy;
import io.crmkit.attachment.OriginalName;
import io.crmkit.attachment.StoredName;
import io.crmkit.automation.RuleId;
import io.crmkit.customer.AttributeDefinition;
import io.crmkit.customer.AttributeType;
import io.crmkit.file.AttachmentSettings;
import io.crmkit.id.SubjectRef;
import io.crmkit.money.Money;
import io.crmkit.notification.TemplateKey;
import io.crmkit.report.Labels;
import io.crmkit.spi.file.FileScanner;
import io.crmkit.spi.file.FileStore;
import io.crmkit.spi.storage.SearchBudget;
import io.crmkit.storage.memory.MemoryFileStore;
import io.crmkit.ticket.Category;
import io.crmkit.ticket.Rating;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Makes an instance of any record with a canary in each text, but for the names of actors, teams, rules and the like. */
final class CanaryRecords {
    static final String CANARY = "kanari";

    private static final Map<Class<?>, Object> SAMPLES = Map.ofEntries(
            Map.entry(String.class, CANARY),
            Map.entry(int.class, 1),
            Map.entry(long.class, 1L),
            Map.entry(boolean.class, false),
            Map.entry(char.class, ','),
            Map.entry(Long.class, 1L),
            Map.entry(UUID.class, new UUID(0x7000L, 1)),
            Map.entry(Instant.class, Instant.EPOCH),
            Map.entry(Duration.class, Duration.ofDays(1)),
            Map.entry(LocalTime.class, LocalTime.NOON),
            Map.entry(ZoneId.class, ZoneOffset.UTC),
            Map.entry(BigDecimal.class, BigDecimal.ONE),
            Map.entry(Labels.class, Labels.ids()),
            Map.entry(ActorId.class, new ActorId("sara")),
            Map.entry(TeamId.class, TeamId.SUPPORT),
            Map.entry(RuleId.class, new RuleId("auto-close")),
            Map.entry(TemplateKey.class, TemplateKey.TICKET_SOLVED),
            Map.entry(Category.class, Category.OTHER),
            Map.entry(SubjectRef.class, SubjectRef.order("1")),
            Map.entry(Money.class, Money.parse("1 BTC")),
            Map.entry(Rating.class, new Rating(3, CANARY, Instant.EPOCH)),
            Map.entry(AttributeDefinition.class, AttributeDefinition.of(CANARY, AttributeType.TEXT)),
            Map.entry(StoredName.class, new StoredName("7Qm2ZkT0bXw9LcR4vNfE-sara-01JD3M5V7Q8R9S0T1V2W3X4Y5Z.pdf")),
            Map.entry(OriginalName.class, OriginalName.of(CANARY + ".pdf")),
            Map.entry(InputStream.class, InputStream.nullInputStream()),
            Map.entry(Path.class, Path.of("spool")),
            Map.entry(FileStore.class, MemoryFileStore.create()),
            Map.entry(FileScanner.class, (FileScanner) (file, type) -> Optional.empty()),
            Map.entry(AttachmentSettings.class, AttachmentSettings.of(MemoryFileStore.create(), Path.of("spool"))),
            Map.entry(InspectionPolicy.class, InspectionPolicy.standard()),
            Map.entry(SearchBudget.class, new Endless()),
            Map.entry(Object.class, CANARY));

    private CanaryRecords() {}

    private static final class Endless implements SearchBudget {
        @Override
        public boolean isSpent() {
            return false;
        }

        @Override
        public Duration left() {
            return Duration.ofDays(1);
        }
    }

    static Record of(Class<?> type) {
        return (Record) sample(type);
    }

    private static Object sample(Type type) {
        if (type instanceof ParameterizedType generic) {
            return filled((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        if (!(type instanceof Class<?> plain)) {
            return CANARY;
        }
        if (SAMPLES.containsKey(plain)) {
            return SAMPLES.get(plain);
        }
        if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        return plain.isSealed() ? sample(plain.getPermittedSubclasses()[0]) : construct(plain);
    }

    private static Object filled(Class<?> container, Type[] arguments) {
        if (container == Optional.class) {
            return Optional.of(sample(arguments[0]));
        }
        if (container == Map.class) {
            return Map.of(sample(arguments[0]), sample(arguments[1]));
        }
        if (container == Set.class) {
            return Set.of(sample(arguments[0]));
        }
        return container == List.class ? List.of(sample(arguments[0])) : construct(container);
    }

    private static Object construct(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values =
                Arrays.stream(components).map(c -> sample(c.getGenericType())).toArray();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no sample of " + type, e);
        }
    }
}
