package io.crmkit.error;

/** How a field breaks its rule. */
public enum ViolationCode {
    /** A value is missing or blank. */
    REQUIRED,
    /** A text has more characters, or a list more elements, than allowed. */
    TOO_LONG,
    /** The value has not the form that the field demands. */
    MALFORMED,
    /** A number or time lies outside of what is allowed. */
    OUT_OF_RANGE,
    /** The value names something that is not defined, such as an attribute or an agent. */
    UNKNOWN,
    /** The value is fine but not for this record in its present state. */
    NOT_ALLOWED
}
