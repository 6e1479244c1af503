package io.crmkit.report;

import io.crmkit.id.SubjectRef;

/** Gives the names that a report writes for customers, tickets and notes: the CRM's ids, or the host's own references. */
@FunctionalInterface
public interface Labels {
    /** Returns the name of an object; must not throw. */
    String of(SubjectRef subject);

    /** The CRM's ids. */
    static Labels ids() {
        return SubjectRef::id;
    }
}
