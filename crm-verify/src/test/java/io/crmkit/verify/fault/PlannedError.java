package io.crmkit.verify.fault;

/** Something that goes so wrong that no code expects it. */
final class PlannedError extends Error {
    private static final long serialVersionUID = 1L;

    PlannedError() {
        super("planned");
    }
}
