package io.crmkit.attachment.internal.inspect;

import io.crmkit.attachment.ActiveContent;
import io.crmkit.attachment.ContentWarning;
import io.crmkit.attachment.RefusalCode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a PDF could do by itself. Going to a place in the same document, also when it is opened, and links to the web that
 * a reader must press are harmless; all else is found. Source: ISO 32000-1, 12.6. Not thread-safe.
 */
final class PdfActions {
    /** Names that mean one thing only, so it does not matter where they stand. */
    private static final Map<String, RefusalCode> NAMES = Map.ofEntries(
            Map.entry("JavaScript", RefusalCode.SCRIPT),
            Map.entry("JS", RefusalCode.SCRIPT),
            Map.entry("XFA", RefusalCode.SCRIPT),
            Map.entry("Launch", RefusalCode.AUTOMATIC_ACTION),
            Map.entry("SubmitForm", RefusalCode.AUTOMATIC_ACTION),
            Map.entry("ImportData", RefusalCode.AUTOMATIC_ACTION),
            Map.entry("GoToR", RefusalCode.EXTERNAL_CONTENT),
            Map.entry("GoToE", RefusalCode.EXTERNAL_CONTENT),
            Map.entry("EmbeddedFile", RefusalCode.EMBEDDED_FILE),
            Map.entry("EmbeddedFiles", RefusalCode.EMBEDDED_FILE),
            Map.entry("RichMedia", RefusalCode.EMBEDDED_FILE),
            Map.entry("FileAttachment", RefusalCode.EMBEDDED_FILE));

    /** Kinds of annotations and actions whose names may mean something else in other places. */
    private static final Set<String> MEDIA = Set.of("Movie", "Sound", "Screen", "3D", "Rendition");

    private final ActiveContent treatment;
    private final Set<ContentWarning> warnings = EnumSet.noneOf(ContentWarning.class);
    private final Map<Integer, Boolean> harmless = new HashMap<>();
    private final Set<Integer> started = new HashSet<>();

    PdfActions(ActiveContent treatment) {
        this.treatment = treatment;
    }

    /** Remembers whether an object may be started by itself; of several with one number all must. */
    void define(int number, PdfValue value) {
        harmless.merge(number, goesToAPlace(value), Boolean::logicalAnd);
    }

    void look(PdfParser object) {
        for (String name : object.names()) {
            RefusalCode code = NAMES.get(name);
            if (code != null) {
                found(code, "The document holds /" + name + ".");
            }
        }
        object.dictionaries().forEach(this::look);
    }

    private void look(PdfValue.Dictionary dictionary) {
        dictionary.all("OpenAction").forEach(this::starts);
        for (PdfValue additional : dictionary.all("AA")) {
            if (additional instanceof PdfValue.Dictionary triggers) {
                triggers.entries().values().forEach(actions -> actions.forEach(this::starts));
            } else {
                starts(additional);
            }
        }
        if (dictionary.has("EF")
                && (dictionary.has("F") || dictionary.has("UF") || dictionary.names("Type", "Filespec"))) {
            found(RefusalCode.EMBEDDED_FILE, "The document holds another file.");
        }
        boolean media = MEDIA.stream().anyMatch(m -> dictionary.names("Subtype", m) || dictionary.names("S", m));
        if (media) {
            found(RefusalCode.EMBEDDED_FILE, "The document plays sounds or films.");
        }
    }

    /** Something happens by itself: now or, if it is another object, at the end, it must be harmless. */
    private void starts(PdfValue action) {
        if (action instanceof PdfValue.Reference reference) {
            started.add(reference.object());
        } else if (!goesToAPlace(action)) {
            found(RefusalCode.AUTOMATIC_ACTION, "The document does something when it is opened or looked at.");
        }
    }

    private static boolean goesToAPlace(PdfValue value) {
        if (value instanceof PdfValue.Sequence place) {
            return !place.items().isEmpty() && place.items().stream().noneMatch(PdfValue.Dictionary.class::isInstance);
        }
        return value instanceof PdfValue.Dictionary action
                && action.all("S").equals(List.of(new PdfValue.Name("GoTo")))
                && !action.has("Next");
    }

    /** Notes a finding: it ends the look, or becomes a warning. */
    void found(RefusalCode code, String reason) {
        if (treatment == ActiveContent.REFUSE) {
            throw new Refusal(code, reason);
        }
        warnings.add(ContentWarning.valueOf(code.name()));
    }

    /** Judges what waited for its object to be defined. */
    List<ContentWarning> finish() {
        if (!started.stream().allMatch(number -> harmless.getOrDefault(number, false))) {
            found(RefusalCode.AUTOMATIC_ACTION, "The document does something when it is opened or looked at.");
        }
        return new ArrayList<>(warnings);
    }
}
