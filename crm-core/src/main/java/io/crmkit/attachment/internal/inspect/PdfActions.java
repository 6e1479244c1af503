package io.crmkit.attachment.internal.inspect;

import io.crmkit.attachment.ActiveContent;
import io.crmkit.attachment.ContentWarning;
import io.crmkit.attachment.RefusalCode;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a PDF could do by itself. Going to a place in the same document, also when it is opened, and links to the web that
 * a reader must press are harmless; all else is found. Source: ISO 32000-1, 12.6. Not thread-safe.
 */
final class PdfActions {
    /** Kinds of annotations and actions whose names may mean something else in other places. */
    private static final Set<String> MEDIA = Set.of("Movie", "Sound", "Screen", "3D", "Rendition");

    private static final String ACTS = "The document does something when it is opened or looked at.";

    /** What readers take; an object with a higher number counts as harmful. */
    private static final int MOST_OBJECTS = 8_388_607;

    private final ActiveContent treatment;
    private final Map<RefusalCode, String> findings = new EnumMap<>(RefusalCode.class);
    private final BitSet harmless = new BitSet();
    private final BitSet harmful = new BitSet();
    private final Set<Integer> started = new HashSet<>();

    PdfActions(ActiveContent treatment) {
        this.treatment = treatment;
    }

    /** Remembers whether an object may be started by itself; of several with one number all must. */
    void define(int number, PdfValue value) {
        if (number >= 0 && number <= MOST_OBJECTS) {
            (goesToAPlace(value) ? harmless : harmful).set(number);
        }
    }

    /** Judges the names of an object. */
    void look(PdfParser object) {
        for (String name : object.names()) {
            PdfNames.active(name).ifPresent(code -> found(code, "The document holds /" + name + "."));
        }
    }

    /** Judges a dictionary. */
    void look(PdfValue.Dictionary dictionary) {
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
            started.add(Math.max(0, reference.object()));
        } else if (!goesToAPlace(action)) {
            found(RefusalCode.AUTOMATIC_ACTION, ACTS);
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

    /** Notes a finding; of each kind the first is told. */
    void found(RefusalCode code, String reason) {
        findings.putIfAbsent(code, reason);
    }

    /** Judges what waited for its object to be defined, and ends the look or warns. */
    List<ContentWarning> finish() {
        if (!started.stream().allMatch(number -> harmless.get(number) && !harmful.get(number))) {
            found(RefusalCode.AUTOMATIC_ACTION, ACTS);
        }
        if (treatment == ActiveContent.REFUSE) {
            findings.forEach((code, reason) -> {
                throw new Refusal(code, reason);
            });
        }
        return findings.keySet().stream()
                .map(code -> ContentWarning.valueOf(code.name()))
                .toList();
    }
}
