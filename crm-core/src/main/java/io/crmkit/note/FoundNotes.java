package io.crmkit.note;

import io.crmkit.page.PageRequest;
import java.util.List;
import java.util.Optional;

/**
 * What a search found, in its order.
 *
 * @param hits the notes
 * @param next asks for those behind these; empty when there are none
 * @param partial whether the time for one search was over before all notes were looked at; {@code next} goes on from there
 */
public record FoundNotes(List<NoteHit> hits, Optional<PageRequest> next, boolean partial) {
    /** Copies the hits. */
    public FoundNotes {
        hits = List.copyOf(hits);
    }
}
