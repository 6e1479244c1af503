package io.crmkit.staff;

/** Whether work may be given to an agent. */
public enum AgentState {
    /** Works. */
    ACTIVE,
    /** Away for a while: nothing is routed there. */
    AWAY,
    /** Has left: nothing can be assigned there; what the agent wrote stays. */
    DEACTIVATED
}
