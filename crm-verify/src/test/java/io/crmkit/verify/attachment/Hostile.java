package io.crmkit.verify.attachment;

import io.crmkit.attachment.RefusalCode;
import java.util.Set;

/**
 * A file that must be refused.
 *
 * @param kind what is wrong with it
 * @param expected the codes that say so
 */
record Hostile(String kind, Sample file, Set<RefusalCode> expected) {
    static Hostile of(String kind, Sample file, RefusalCode... expected) {
        return new Hostile(kind, file, Set.of(expected));
    }

    @Override
    public String toString() {
        return kind + ": " + file;
    }
}
