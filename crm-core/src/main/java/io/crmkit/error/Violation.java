package io.crmkit.error;

/**
 * One broken rule.
 *
 * @param field the field's name as in the command
 * @param code which kind of rule
 * @param message what is wrong and what would be right, without the value itself
 */
public record Violation(String field, ViolationCode code, String message) {
    @Override
    public String toString() {
        return field + " " + message + " (" + code + ")";
    }
}
