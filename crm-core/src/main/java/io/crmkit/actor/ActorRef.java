package io.crmkit.actor;

/**
 * Who did something, as it is kept with the record.
 *
 * @param kind what kind of somebody
 * @param id the agent's or host's name, the text of a customer's id, or {@code rule:} and the rule's name
 */
public record ActorRef(ActorKind kind, ActorId id) {
    @Override
    public String toString() {
        return id.value();
    }
}
