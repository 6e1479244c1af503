package io.crmkit.verify.search;

import io.crmkit.servers.TestDatabase;
import io.crmkit.servers.TestDatabases;
import java.util.Optional;
import org.junit.jupiter.api.Nested;

class H2SearchTest {
    @Nested
    class Notes extends NoteSearchRules {
        @Override
        Optional<TestDatabase> database() {
            return Optional.of(TestDatabases.h2());
        }
    }

    @Nested
    class Mentioned extends MentionSearchRules {
        @Override
        Optional<TestDatabase> database() {
            return Optional.of(TestDatabases.h2());
        }
    }

    @Nested
    class TicketWords extends TicketWordRules {
        @Override
        Optional<TestDatabase> database() {
            return Optional.of(TestDatabases.h2());
        }
    }
}
