package io.crmkit.customer.internal;

import io.crmkit.audit.AuditEntry;
import io.crmkit.audit.FieldDelta;
import io.crmkit.customer.FieldChange;
import io.crmkit.error.InvalidRequestException;
import io.crmkit.error.ViolationCode;
import io.crmkit.internal.page.Pages;
import io.crmkit.page.Page;
import io.crmkit.page.PageRequest;
import io.crmkit.page.SortOrder;
import io.crmkit.spi.storage.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Pages of single field changes. Several of them belong to one audit entry, so that a page may end within one: its
 * cursor then points right before the entry and says how many of its changes to skip.
 */
final class CustomerHistory {
    private static final char SKIP = '~';

    private CustomerHistory() {}

    private record Row(AuditEntry entry, int index) {
        boolean endsEntry() {
            return index == entry.changes().size() - 1;
        }

        /** Behind the entry, or right before it if more of its changes are to come. */
        Position position() {
            return new Position(entry.at(), endsEntry() ? entry.id() : successor(entry.id()));
        }

        FieldChange change() {
            FieldDelta delta = entry.changes().get(index);
            return new FieldChange(entry.at(), entry.by(), delta.field(), delta.before(), delta.after());
        }
    }

    static Page<FieldChange> page(CustomerChanges changes, PageRequest request) {
        String cursor = request.cursor().orElse("");
        int mark = cursor.indexOf(SKIP);
        PageRequest place = mark < 0 ? request : PageRequest.after(cursor.substring(0, mark), request.size());
        int skip = mark < 0 ? 0 : skip(cursor.substring(mark + 1));
        List<Row> rows = new ArrayList<>();
        for (AuditEntry entry : changes.list(Pages.slice(place, SortOrder.NEWEST_FIRST))) {
            for (int i = 0; i < entry.changes().size(); i++) {
                rows.add(new Row(entry, i));
            }
        }
        Page<Row> page = Pages.page(rows.subList(Math.min(skip, rows.size()), rows.size()), request, Row::position);
        return new Page<>(
                page.items().stream().map(Row::change).toList(), page.next().map(next -> {
                    Row last = page.items().get(page.items().size() - 1);
                    return last.endsEntry() ? next : withSkip(next, last.index() + 1);
                }));
    }

    private static PageRequest withSkip(PageRequest next, int skip) {
        return PageRequest.after(next.cursor().orElseThrow() + SKIP + skip, next.size());
    }

    private static int skip(String digits) {
        try {
            return Math.max(0, Integer.parseInt(digits));
        } catch (NumberFormatException e) {
            throw InvalidRequestException.of(
                    "cursor", ViolationCode.MALFORMED, "is none that a page gave: begin again with the first page");
        }
    }

    /** The next id in the order of lists, which compare ids as unsigned numbers. */
    private static UUID successor(UUID id) {
        long low = id.getLeastSignificantBits() + 1;
        return new UUID(id.getMostSignificantBits() + (low == 0 ? 1 : 0), low);
    }
}
