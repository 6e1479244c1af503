package io.crmkit.testkit;

import io.crmkit.spi.storage.CrmStorage;
import io.crmkit.spi.storage.StorageCapability;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/**
 * Every rule of {@link io.crmkit.spi.storage} as a test. A storage passes if a test class of its own extends this one
 * and is green; that class needs nothing but {@link #createStorage()}, and {@link #reopenStorage()} if the storage is
 * {@link StorageCapability#DURABLE}.
 *
 * <p>Records are always written after those they belong to, so that foreign keys are no hindrance: a customer before its
 * tickets, a ticket before its messages. Nothing waits for time to pass, but for threads, at most 15 seconds.
 */
public abstract class CrmStorageContract {
    private @Nullable CrmStorage storage;

    /** For the test class of a storage. */
    protected CrmStorageContract() {}

    /** Makes a storage that is empty and independent of all others. Called once for each test, which closes it. */
    protected abstract CrmStorage createStorage();

    /**
     * Opens again what the storage of this test kept, which was closed before. Called only if that was
     * {@link StorageCapability#DURABLE}.
     *
     * @throws UnsupportedOperationException unless overridden
     */
    protected CrmStorage reopenStorage() {
        throw new UnsupportedOperationException("a DURABLE storage needs reopenStorage() to be overridden");
    }

    @BeforeEach
    final void openStorage() {
        storage = createStorage();
    }

    @AfterEach
    final void closeStorage() {
        open().close();
    }

    private CrmStorage open() {
        return Objects.requireNonNull(storage, "the storage of this test");
    }

    private CrmStorage reopen() {
        storage = reopenStorage();
        return open();
    }

    @Nested
    class Lifecycle extends LifecycleRules {
        @Override
        CrmStorage storage() {
            return open();
        }

        @Override
        CrmStorage reopened() {
            return reopen();
        }
    }

    @Nested
    class Transactions extends TransactionRules {
        @Override
        CrmStorage storage() {
            return open();
        }
    }

    @Nested
    class Isolation extends IsolationRules {
        @Override
        CrmStorage storage() {
            return open();
        }
    }

    @Nested
    class Races extends RaceRules {
        @Override
        CrmStorage storage() {
            return open();
        }
    }

    @Nested
    class Customers extends CustomerStoreRules {
        @Override
        CrmStorage storage() {
            return open();
        }
    }

    @Nested
    class Merges extends MergeStoreRules {
        @Override
        CrmStorage storage() {
            return open();
        }
    }

    @Nested
    class CustomerFilters extends CustomerCriteriaRules {
        @Override
        CrmStorage storage() {
            return open();
        }
    }

    @Nested
    class CustomerTexts extends CustomerTextRules {
        @Override
        CrmStorage storage() {
            return open();
        }
    }

    @Nested
    class CustomerIndexes extends CustomerIndexRules {
        @Override
        CrmStorage storage() {
            return open();
        }
    }

    @Nested
    class CustomerSearch extends CustomerSearchRules {
        @Override
        CrmStorage storage() {
            return open();
        }
    }

    @Nested
    class CustomerLists extends CustomerListRules {
        @Override
        CrmStorage storage() {
            return open();
        }
    }

    @Nested
    class Notes extends NoteStoreRules {
        @Override
        CrmStorage storage() {
            return open();
        }
    }

    @Nested
    class References extends ReferenceStoreRules {
        @Override
        CrmStorage storage() {
            return open();
        }
    }

    @Nested
    class NoteLists extends NoteListRules {
        @Override
        CrmStorage storage() {
            return open();
        }
    }

    @Nested
    class Tickets extends TicketStoreRules {
        @Override
        CrmStorage storage() {
            return open();
        }
    }

    @Nested
    class TicketLists extends TicketListRules {
        @Override
        CrmStorage storage() {
            return open();
        }
    }

    @Nested
    class Conversations extends ConversationRules {
        @Override
        CrmStorage storage() {
            return open();
        }
    }

    @Nested
    class TicketEventLists extends TicketEventListRules {
        @Override
        CrmStorage storage() {
            return open();
        }
    }

    @Nested
    class MessageLists extends MessageListRules {
        @Override
        CrmStorage storage() {
            return open();
        }
    }

    @Nested
    class TicketMessageLists extends TicketMessageListRules {
        @Override
        CrmStorage storage() {
            return open();
        }
    }

    @Nested
    class CustomerMessageLists extends CustomerMessageListRules {
        @Override
        CrmStorage storage() {
            return open();
        }
    }

    @Nested
    class Staff extends StaffStoreRules {
        @Override
        CrmStorage storage() {
            return open();
        }
    }

    @Nested
    class RulesAndDueItems extends RuleStoreRules {
        @Override
        CrmStorage storage() {
            return open();
        }
    }

    @Nested
    class RuleExecutionLists extends RuleExecutionListRules {
        @Override
        CrmStorage storage() {
            return open();
        }
    }

    @Nested
    class Outbox extends OutboxStoreRules {
        @Override
        CrmStorage storage() {
            return open();
        }
    }

    @Nested
    class NotificationLists extends NotificationListRules {
        @Override
        CrmStorage storage() {
            return open();
        }
    }

    @Nested
    class RecordKeeping extends RecordKeepingRules {
        @Override
        CrmStorage storage() {
            return open();
        }
    }

    @Nested
    class Attachments extends AttachmentStoreRules {
        @Override
        CrmStorage storage() {
            return open();
        }
    }

    @Nested
    class Retention extends RetentionRules {
        @Override
        CrmStorage storage() {
            return open();
        }
    }

    @Nested
    class AuditLists extends AuditListRules {
        @Override
        CrmStorage storage() {
            return open();
        }
    }

    @Nested
    class ExactValues extends ExactValueRules {
        @Override
        CrmStorage storage() {
            return open();
        }
    }
}
