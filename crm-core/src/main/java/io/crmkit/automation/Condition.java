package io.crmkit.automation;

import io.crmkit.ticket.Channel;
import io.crmkit.ticket.Priority;
import io.crmkit.ticket.TicketStatus;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What must hold for a ticket before a rule acts. */
public sealed interface Condition {
    /** Always holds. */
    record Always() implements Condition {}

    /** The first word of the category is one of these. */
    record CategoryRoot(Set<String> roots) implements Condition {
        /** Copies the set. */
        public CategoryRoot {
            roots = Set.copyOf(roots);
        }
    }

    /** The state is one of these. */
    record StatusIn(Set<TicketStatus> statuses) implements Condition {
        /** Copies the set. */
        public StatusIn {
            statuses = Set.copyOf(statuses);
        }
    }

    /** The ticket came in one of these ways. */
    record ChannelIn(Set<Channel> channels) implements Condition {
        /** Copies the set. */
        public ChannelIn {
            channels = Set.copyOf(channels);
        }
    }

    /** The priority is at least this. */
    record AtLeast(Priority priority) implements Condition {
        /** Demands a priority. */
        public AtLeast {
            Objects.requireNonNull(priority, "priority");
        }
    }

    /** The tag is on the ticket. */
    record HasTag(String tag) implements Condition {
        /** Demands a tag. */
        public HasTag {
            Objects.requireNonNull(tag, "tag");
        }
    }

    /** All of these hold. */
    record All(List<Condition> parts) implements Condition {
        /** Copies the list. */
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** One of these holds. */
    record Any(List<Condition> parts) implements Condition {
        /** Copies the list. */
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** This does not hold. */
    record Not(Condition part) implements Condition {}
}
