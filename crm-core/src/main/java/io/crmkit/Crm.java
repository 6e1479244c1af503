package io.crmkit;

/** Placeholder for the façade. */
public final class Crm {
    private Crm() {}

    /** Does what is due. */
    public DueReport runDue() {
        return new DueReport(0, 0, 0, 0);
    }

    /** Binds an actor. */
    public void as() {}
}
