package io.crmkit;

import io.crmkit.attachment.FileInspector;
import io.crmkit.attachment.InspectionPolicy;
import io.crmkit.attachment.internal.inspect.Inspector;
import java.util.Objects;

/** Inspects files apart from a CRM: before they are sent, or on their way from another store. */
public final class FileInspectors {
    private FileInspectors() {}

    /** Returns an inspector by the rules of attachments; thread-safe, made once and shared. */
    public static FileInspector by(InspectionPolicy policy) {
        return new Inspector(Objects.requireNonNull(policy, "policy"));
    }
}
