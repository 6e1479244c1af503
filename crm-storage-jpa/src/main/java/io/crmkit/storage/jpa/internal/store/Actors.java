package io.crmkit.storage.jpa.internal.store;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.ActorKind;
import io.crmkit.actor.ActorRef;

/** Who did something, from its two columns. */
final class Actors {
    private Actors() {}

    static ActorRef of(String kind, String id) {
        return new ActorRef(ActorKind.valueOf(kind), new ActorId(id));
    }
}
