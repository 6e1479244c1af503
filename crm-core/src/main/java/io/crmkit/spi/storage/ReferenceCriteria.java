package io.crmkit.spi.storage;

/**
 * Which texts are wanted.
 *
 * @param kind texts of this kind
 * @param name what they name: printable ASCII, at least one character
 * @param beginning whether it is enough that a name begins so
 * @param reach within reach, by what {@link TextKind} says
 */
public record ReferenceCriteria(TextKind kind, String name, boolean beginning, Reach reach) {
    /** The name is left out: it is personal. */
    @Override
    public String toString() {
        return "ReferenceCriteria[" + kind + "]";
    }
}
