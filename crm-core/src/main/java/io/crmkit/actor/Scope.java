package io.crmkit.actor;

/** How far a permission reaches; each value includes those before it. */
public enum Scope {
    /** Not at all. */
    NONE,
    /** Records of one's own: assigned to the agent, written by the agent, about the customer. */
    OWN,
    /** Records of one's teams, and one's own. */
    TEAM,
    /** Every record. */
    ALL;

    /** The wider of the two. */
    public Scope or(Scope other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
