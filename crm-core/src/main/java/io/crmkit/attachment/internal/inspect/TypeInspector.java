package io.crmkit.attachment.internal.inspect;

import io.crmkit.attachment.InspectionPolicy;

/** Knows one type of file from its first byte to its last. Stateless. */
interface TypeInspector {
    /**
     * Looks into a file of this type.
     *
     * @throws Refusal if the file may not be let in
     */
    Finding inspect(Bytes file, InspectionPolicy policy);
}
