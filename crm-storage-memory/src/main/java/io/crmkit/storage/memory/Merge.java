package io.crmkit.storage.memory;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;

/** Several sorted sequences as one; what occurs in more than one comes once. */
final class Merge<T> implements Iterator<T> {
    private final PriorityQueue<Head<T>> heads;

    Merge(List<Iterator<T>> sources, Comparator<T> order) {
        heads = new PriorityQueue<>(Comparator.comparing(Head::first, order));
        sources.forEach(this::push);
    }

    @Override
    public boolean hasNext() {
        return !heads.isEmpty();
    }

    @Override
    public T next() {
        T result = heads.element().first();
        while (!heads.isEmpty() && heads.element().first().equals(result)) {
            push(heads.remove().rest());
        }
        return result;
    }

    private void push(Iterator<T> source) {
        if (source.hasNext()) {
            heads.add(new Head<>(source.next(), source));
        }
    }

    /** A sequence, its first element taken off. */
    private record Head<T>(T first, Iterator<T> rest) {}
}
