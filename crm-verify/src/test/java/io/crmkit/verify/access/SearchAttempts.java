package io.crmkit.verify.access;

import io.crmkit.CrmSession;
import io.crmkit.page.PageRequest;
import io.crmkit.search.Mention;
import io.crmkit.search.MentionKind;
import java.util.Map;

/** What can be tried on searches over several kinds of records, by the numbers that each place has for itself. */
final class SearchAttempts {
    private static final PageRequest ALL = PageRequest.first(PageRequest.MAX_SIZE);

    private SearchAttempts() {}

    static void addTo(Map<String, Attempts.Attempt> byName) {
        byName.put(
                "search.notes",
                (w, s, p) ->
                        Outcome.seen(s.notes().search(World.NOTED + p.relation().ordinal(), ALL).hits().stream()
                                .anyMatch(hit -> hit.note().id().equals(p.note().id()))));
        byName.put(
                "search.notes-by-order",
                (w, s, p) -> Outcome.seen(s.notes().search(p.order().id(), ALL).hits().stream()
                        .anyMatch(hit -> hit.note().id().equals(p.note().id()))));
        byName.put(
                "search.tickets",
                (w, s, p) -> found(s, World.SAID + p.relation().ordinal()));
        byName.put(
                "search.comments",
                (w, s, p) -> found(s, World.REMARKED + p.relation().ordinal()));
        byName.put(
                "search.about-note",
                (w, s, p) -> mentioned(s, World.NOTED + p.relation().ordinal(), MentionKind.NOTE));
        byName.put(
                "search.about-message",
                (w, s, p) -> mentioned(s, World.SAID + p.relation().ordinal(), MentionKind.MESSAGE));
        byName.put(
                "search.about-comment",
                (w, s, p) -> mentioned(s, World.REMARKED + p.relation().ordinal(), MentionKind.COMMENT));
        byName.put(
                "search.about-wallet",
                (w, s, p) -> Outcome.seen(s.search().about(Attempts.wallet(p).value(), ALL).customers().stream()
                        .anyMatch(hit -> hit.customer().id().equals(p.customer().id()))));
        byName.put("search.rebuild", (w, s, p) -> Outcome.done(s.search().rebuildReferences(ALL)));
    }

    private static Outcome found(CrmSession session, String number) {
        return Outcome.seen(!session.search().tickets(number, ALL).hits().isEmpty());
    }

    private static Outcome mentioned(CrmSession session, String number, MentionKind kind) {
        return Outcome.seen(session.search().about(number, ALL).texts().stream()
                .map(Mention::kind)
                .anyMatch(kind::equals));
    }
}
