package io.crmkit.verify.search;

import io.crmkit.servers.TestDatabase;
import java.util.Optional;
import org.junit.jupiter.api.Nested;

class MemorySearchTest {
    @Nested
    class Notes extends NoteSearchRules {
        @Override
        Optional<TestDatabase> database() {
            return Optional.empty();
        }
    }

    @Nested
    class Mentioned extends MentionSearchRules {
        @Override
        Optional<TestDatabase> database() {
            return Optional.empty();
        }
    }

    @Nested
    class TicketWords extends TicketWordRules {
        @Override
        Optional<TestDatabase> database() {
            return Optional.empty();
        }
    }
}
