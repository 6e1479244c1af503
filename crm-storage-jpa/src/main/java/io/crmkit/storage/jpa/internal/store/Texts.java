package io.crmkit.storage.jpa.internal.store;

/** How long texts may be. */
final class Texts {
    /** Of columns without a limit of their own; H2 wants a number. Newer versions of Hibernate cut off what is longer. */
    static final int LONG = 1_000_000;

    private Texts() {}
}
