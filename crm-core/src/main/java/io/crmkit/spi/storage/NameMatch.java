package io.crmkit.spi.storage;

import java.util.Set;

/**
 * Which names are meant.
 *
 * @param names printable ASCII without {@code ~}, at least one, each of at least one character; compared as they are
 * @param beginning whether names are meant that begin with one of these, rather than are one
 */
public record NameMatch(Set<String> names, boolean beginning) {
    /** Copies the names. */
    public NameMatch {
        names = Set.copyOf(names);
    }

    /** Exactly this name. */
    public static NameMatch is(String name) {
        return new NameMatch(Set.of(name), false);
    }

    /** Names that begin so. */
    public static NameMatch begins(String name) {
        return new NameMatch(Set.of(name), true);
    }

    /** Whether a name is meant. */
    public boolean includes(String name) {
        return beginning ? names.stream().anyMatch(name::startsWith) : names.contains(name);
    }

    /** The names are left out: they are personal. */
    @Override
    public String toString() {
        return "NameMatch[" + (beginning ? "beginning" : "whole") + "]";
    }
}
