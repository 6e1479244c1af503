package io.crmkit.error;

import java.util.List;
import java.util.stream.Collectors;

/** The request breaks rules; nothing was changed. Carries every violation, not only the first. */
public final class InvalidRequestException extends CrmException {
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    /** With all violations; at least one. */
    public InvalidRequestException(List<Violation> violations) {
        super(
                ErrorCode.INVALID_REQUEST,
                violations.stream().map(Violation::toString).collect(Collectors.joining("; ")));
        this.violations = List.copyOf(violations);
    }

    /** With one violation. */
    public static InvalidRequestException of(String field, ViolationCode code, String message) {
        return new InvalidRequestException(List.of(new Violation(field, code, message)));
    }

    /** Returns all violations in the order of the fields. */
    public List<Violation> violations() {
        return violations;
    }
}
