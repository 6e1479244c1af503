package io.crmkit.internal.page;

import io.crmkit.page.PageRequest;
import io.crmkit.spi.storage.Position;
import java.util.List;
import java.util.Optional;

/**
 * A place in a list that is read in steps.
 *
 * @param step which step, from 0
 * @param position where in its list; empty for its beginning
 */
public record StepCursor(int step, Optional<Position> position) {
    private static final String DIVIDER = "-";

    /**
     * Where a page begins.
     *
     * @param steps the names of the steps
     * @throws io.crmkit.error.InvalidRequestException if the cursor is none that a page of these steps gave
     */
    public static StepCursor of(PageRequest request, List<String> steps) {
        if (request.cursor().isEmpty()) {
            return new StepCursor(0, Optional.empty());
        }
        String[] parts = request.cursor().get().split(DIVIDER, 2);
        int step = steps.indexOf(parts[0]);
        if (step < 0 || parts.length < 2) {
            throw Pages.malformed();
        }
        boolean beginning = parts[1].isEmpty();
        return new StepCursor(step, beginning ? Optional.empty() : Optional.of(Pages.position(parts[1])));
    }

    /** The request for the page that begins here. */
    public PageRequest request(int size, List<String> steps) {
        return PageRequest.after(
                steps.get(step) + DIVIDER + position.map(Pages::cursor).orElse(""), size);
    }
}
