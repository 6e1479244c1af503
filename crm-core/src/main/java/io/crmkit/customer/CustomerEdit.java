package io.crmkit.customer;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.TeamId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One change to a customer, as {@link RegisterCustomer} and {@link UpdateCustomer} collect them. */
public sealed interface CustomerEdit {
    /** How many of them one command may have. */
    int MOST = 100;

    /** Sets the names, as in {@link Names}. */
    record Rename(String given, String family) implements CustomerEdit {
        /** Sets the names. */
        public Rename(Names names) {
            this(names.given(), names.family());
        }

        /** Names no name: it may get into a log. */
        @Override
        public String toString() {
            return "Rename[…]";
        }
    }

    /** Adds an identifier, as in {@link Identifier}. */
    record AddIdentifier(String kind, String value) implements CustomerEdit {
        /** Adds an identifier. */
        public AddIdentifier(Identifier identifier) {
            this(identifier.kind(), identifier.value());
        }

        /** Kind and value may get into a log. */
        @Override
        public String toString() {
            return "AddIdentifier[…]";
        }
    }

    /** Removes an identifier, as in {@link Identifier}. */
    record RemoveIdentifier(String kind, String value) implements CustomerEdit {
        /** Removes an identifier. */
        public RemoveIdentifier(Identifier identifier) {
            this(identifier.kind(), identifier.value());
        }

        /** Kind and value may get into a log. */
        @Override
        public String toString() {
            return "RemoveIdentifier[…]";
        }
    }

    /** Adds a contact; one with an equal normal form stays the only one. */
    record AddContact(ContactType type, String value) implements CustomerEdit {
        /** The type only: the value may not get into a log. */
        @Override
        public String toString() {
            return "AddContact[" + type + "]";
        }
    }

    /** Removes the contact with this value. */
    record RemoveContact(ContactType type, String value) implements CustomerEdit {
        /** The type only: the value may not get into a log. */
        @Override
        public String toString() {
            return "RemoveContact[" + type + "]";
        }
    }

    /** Sets the languages, best first. */
    record SetLanguages(List<String> languages) implements CustomerEdit {
        /** Copies the list. */
        public SetLanguages {
            languages = List.copyOf(languages);
        }
    }

    /** Sets how the customer likes to be reached. */
    record SetPreferredChannel(ContactType type) implements CustomerEdit {}

    /** Sets the tier. */
    record SetTier(Tier tier) implements CustomerEdit {}

    /** Sets the flags. */
    record SetFlags(Set<CustomerFlag> flags) implements CustomerEdit {
        /** Copies the set. */
        public SetFlags {
            flags = Set.copyOf(flags);
        }
    }

    /** Sets an attribute. */
    record SetAttribute(String name, String value) implements CustomerEdit {
        /** The name only: the value may not get into a log. */
        @Override
        public String toString() {
            return "SetAttribute[" + name + "]";
        }
    }

    /** Removes an attribute's value. */
    record ClearAttribute(String name) implements CustomerEdit {}

    /** Gives the customer into the care of an agent who is saved and not deactivated, and of a team that is saved. */
    record SetCare(Optional<ActorId> owner, TeamId team) implements CustomerEdit {}
}
