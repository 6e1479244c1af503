package io.crmkit.attachment.internal;

import io.crmkit.actor.Actor;
import io.crmkit.actor.ActorKind;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Permission;
import io.crmkit.attachment.AttachFile;
import io.crmkit.attachment.FileType;
import io.crmkit.attachment.StoredName;
import io.crmkit.error.PermissionDeniedException;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * On whose account a file comes.
 *
 * @param actor who attaches it
 * @param customer whom the note or ticket is about
 * @param mailed whether the customer sent it by mail
 */
record Uploader(Actor actor, CustomerId customer, boolean mailed) {
    /** @throws PermissionDeniedException if somebody else than automation speaks of mail */
    static void check(Actor actor, AttachFile command) {
        if (command.mailed() && actor.kind() != ActorKind.SYSTEM && actor.kind() != ActorKind.HOST) {
            throw new PermissionDeniedException(
                    actor.id().value(), Permission.FILE_ATTACH + ": mailed files come from automation only");
        }
    }

    /** Where it is counted; empty if it is not. */
    Optional<String> account() {
        if (mailed || actor.kind() == ActorKind.CUSTOMER) {
            return Optional.of("customer " + customer);
        }
        return actor.kind() == ActorKind.AGENT ? Optional.of("agent " + actor.id()) : Optional.empty();
    }

    /** Under which name it is stored. */
    StoredName name(FileType type, IntSupplier random) {
        if (mailed) {
            return StoredName.ofMail(customer, type, random);
        }
        return actor.kind() == ActorKind.CUSTOMER
                ? StoredName.ofCustomer(customer, type, random)
                : StoredName.ofAgent(actor.id(), customer, type, random);
    }
}
