package io.crmkit.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.spi.storage.Position;
import io.crmkit.spi.storage.Slice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SlicesTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void everyItemIsHandedOverOnceAlsoAcrossItemsOfTheSameInstant() {
        List<Item> items = items(2_500);
        List<Item> seen = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();

        Slices.each(slice -> slice(items, slice), item -> new Position(item.at, item.id), part -> {
            seen.addAll(part);
            sizes.add(part.size());
        });

        assertThat(seen).isEqualTo(items);
        assertThat(sizes).containsExactly(1_000, 1_000, 500);
    }

    @Test
    void aFullLastSliceIsFollowedByNone() {
        List<Integer> sizes = new ArrayList<>();
        List<Item> items = items(1_000);

        Slices.each(
                slice -> slice(items, slice), item -> new Position(item.at, item.id), part -> sizes.add(part.size()));

        assertThat(sizes).containsExactly(1_000);
    }

    @Test
    void nothingIsHandedOverIfNothingIsThere() {
        List<Integer> sizes = new ArrayList<>();

        Slices.each(slice -> List.<Item>of(), item -> new Position(item.at, item.id), part -> sizes.add(part.size()));

        assertThat(sizes).isEmpty();
    }

    /** Thirty items share each instant. */
    private static List<Item> items(int count) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(new Item(START.plusSeconds(i / 30), new UUID(0, i)));
        }
        return items;
    }

    private static List<Item> slice(List<Item> items, Slice slice) {
        int begin = slice.after()
                .map(place -> items.indexOf(new Item(place.at(), place.id())) + 1)
                .orElse(0);
        return items.subList(begin, Math.min(items.size(), begin + slice.limit()));
    }

    private record Item(Instant at, UUID id) {}
}
