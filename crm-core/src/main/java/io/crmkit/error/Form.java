package io.crmkit.error;

import java.util.List;

/**
 * What a caller filled in. Commands keep texts as they were given, right or wrong, so that one look finds all that is
 * wrong; the service that takes a command looks after the permission and before it does anything. Values of a type of
 * their own, such as ids and amounts, are right or cannot be made.
 */
@FunctionalInterface
public interface Form {
    /**
     * Returns all that is wrong with the form by itself, in the order of the fields; empty if nothing is. What only the
     * records can tell, such as an attribute that nobody defined, comes from the service, together with these.
     */
    List<Violation> violations();
}
