package io.crmkit.examples.storage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was typed behind an example's name: options, each with a value. */
public final class Arguments {
    private final Map<String, String> values = new HashMap<>();

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException with a sentence if one is unknown, twice there, or without a value
     */
    public Arguments(List<String> typed, Set<String> known) {
        for (int i = 0; i < typed.size(); i += 2) {
            String name = typed.get(i);
            if (!known.contains(name)) {
                throw new IllegalArgumentException(name + " is no option here.");
            }
            if (i + 1 == typed.size()) {
                throw new IllegalArgumentException(name + " needs a value.");
            }
            if (values.put(name, typed.get(i + 1)) != null) {
                throw new IllegalArgumentException(name + " is there twice.");
            }
        }
    }

    /** The value of an option. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
