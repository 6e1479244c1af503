package io.crmkit.attachment.internal.inspect;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The tree of a compound file: storages, which hold others, and streams, which hold bytes. All of it is walked, and each
 * stream's chain is followed. Source: [MS-CFB] 2.6. Not thread-safe.
 */
final class CompoundDirectory {
    private static final int ENTRY = 128;
    private static final int STORAGE = 1;
    private static final int STREAM = 2;
    private static final int ROOT = 5;
    private static final long NONE = 0xFFFFFFFFL;
    private static final int MOST_ENTRIES = 4_096;

    private final CompoundFile file;
    private final Bytes entries;
    private final Bytes smallTable;
    private final Bytes together;
    private final BitSet visited = new BitSet();
    private final List<Node> nodes = new ArrayList<>();

    /**
     * A storage or a stream.
     *
     * @param path the names from the root on, in lower case
     */
    record Node(List<String> path, boolean storage, Bytes content) {
        boolean top() {
            return path.size() == 1;
        }

        String name() {
            return path.get(path.size() - 1);
        }
    }

    CompoundDirectory(Bytes bytes) {
        file = new CompoundFile(bytes);
        entries = file.directory();
        smallTable = file.smallTable();
        if (entries.length() > ENTRY * MOST_ENTRIES || entries.u8(66) != ROOT) {
            throw Refusal.damaged("The directory of the compound file has no root, or too many entries.");
        }
        long size = size(0);
        together = size == 0 ? bytes.none() : file.content(file.chain(entries.low32(116), size), size);
        visited.set(0);
        walk();
    }

    /** All storages and streams below the root. */
    List<Node> nodes() {
        return nodes;
    }

    /** The names of all entries, in lower case, also of such that hang on no tree. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (int i = 1; i < entries.length() / ENTRY; i++) {
            if (entries.u8(ENTRY * i + 66) != 0) {
                names.add(name(i));
            }
        }
        return names;
    }

    /** A place in the tree that is to be walked. */
    private record Step(long entry, List<String> parent) {}

    private void walk() {
        Map<List<String>, Boolean> seen = new HashMap<>();
        Deque<Step> steps = new ArrayDeque<>();
        steps.push(new Step(entries.low32(76), List.of()));
        while (!steps.isEmpty()) {
            Step step = steps.pop();
            if (step.entry() == NONE) {
                continue;
            }
            int at = visit(step.entry());
            List<String> path = new ArrayList<>(step.parent());
            path.add(name((int) step.entry()));
            Node node = node(at, List.copyOf(path));
            if (seen.put(node.path(), true) != null) {
                throw Refusal.damaged("Two entries of the compound file have one name.");
            }
            nodes.add(node);
            steps.push(new Step(entries.low32(at + 68), step.parent()));
            steps.push(new Step(entries.low32(at + 72), step.parent()));
            if (node.storage()) {
                steps.push(new Step(entries.low32(at + 76), node.path()));
            }
        }
    }

    private int visit(long entry) {
        if (entry >= entries.length() / ENTRY || visited.get((int) entry)) {
            throw Refusal.damaged("The tree of the compound file runs in a circle or out of the directory.");
        }
        visited.set((int) entry);
        return (int) entry * ENTRY;
    }

    private Node node(int at, List<String> path) {
        int type = entries.u8(at + 66);
        if (type == STORAGE) {
            return new Node(path, true, entries.none());
        }
        if (type != STREAM) {
            throw Refusal.damaged("An entry of the compound file is of no kind.");
        }
        long size = size(at);
        long first = entries.low32(at + 116);
        Bytes content;
        if (size == 0) {
            content = entries.none();
        } else if (CompoundFile.small(size)) {
            content = CompoundFile.small(smallTable, together, first, size);
        } else {
            content = file.content(file.chain(first, size), size);
        }
        return new Node(path, false, content);
    }

    private long size(int at) {
        // The upper half is not used by version 3, and holds no more than files may have in version 4.
        return entries.low32(at + 120);
    }

    private String name(int entry) {
        int at = entry * ENTRY;
        int length = entries.low16(at + 64);
        if (length < 2 || length > 64 || length % 2 != 0) {
            throw Refusal.damaged("An entry of the compound file has no name.");
        }
        String name = new String(entries.slice(at, at + length - 2), StandardCharsets.UTF_16LE);
        return name.toLowerCase(Locale.ROOT);
    }
}
