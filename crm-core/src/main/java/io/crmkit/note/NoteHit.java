package io.crmkit.note;

import io.crmkit.text.TextMatch;

/**
 * A note that was found, and why. New components may come in minor releases.
 *
 * @param note the note
 * @param match where in its text
 */
public record NoteHit(Note note, TextMatch match) {}
