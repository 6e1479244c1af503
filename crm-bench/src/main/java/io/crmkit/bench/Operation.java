package io.crmkit.bench;

import java.util.List;

/** What is measured. */
@SuppressWarnings("ImmutableEnumChecker") // the works keep nothing
public enum Operation {
    /** Writes a customer, two kinds of keys and the audit. */
    REGISTER("A register customer", Kind.WRITE, (side, data, k) -> side.register(k)),
    /** Writes a ticket and what belongs to it. */
    OPEN("B open ticket", Kind.WRITE, (side, data, k) -> side.open(k)),
    /** Writes a note. */
    ADD_NOTE("C add note", Kind.WRITE, (side, data, k) -> side.addNote(k)),
    /** Writes the first answer of a ticket; each side has tickets of its own. */
    REPLY("reply", Kind.WRITE, (side, data, k) -> side.reply(2 * k - (side instanceof Library ? 1 : 0))) {
        @Override
        int most(Data data) {
            return data.tickets() / 2;
        }
    },
    /** The first page of a customer's history. */
    TIMELINE("D history page of 20", Kind.READ, (side, data, k) -> side.timeline(k)),
    /** A customer by the log-in name. */
    BY_IDENTIFIER(
            "get customer by identifier", Kind.READ, (side, data, k) -> side.byIdentifier(1 + k % data.customers())),
    /** By a part of the family name. */
    SEARCH_NAME("E1 search name infix", Kind.SEARCH, (side, data, k) -> side.search("انواده" + k % 100)),
    /** By the end of the telephone number. */
    SEARCH_PHONE(
            "E2 search phone last 4",
            Kind.SEARCH,
            (side, data, k) -> side.search(String.format("%04d", k % data.customers() % 10_000))),
    /** By a part of the address. */
    SEARCH_EMAIL("E3 search e-mail infix", Kind.SEARCH, (side, data, k) -> side.search("box" + k % 5000 + "x")),
    /** By a number inside a note. */
    TRACKING("F tracking number", Kind.SCAN, (side, data, k) -> side.tracking(1 + k % (data.notes() / 10))),
    /** Counts over all notes. */
    DASHBOARD("G notes dashboard, live", Kind.SCAN, (side, data, k) -> side.dashboard()),
    /** Ten thousand rows, or all if there are fewer. */
    CSV("H activity CSV 10k rows", Kind.READ, (side, data, k) -> side.activityCsv(Math.min(10_000, data.notes()))),
    /** The latest tickets. */
    LIST("I1 ticket list page 1", Kind.READ, (side, data, k) -> side.tickets(0)),
    /** Far back. */
    LIST_DEEP(
            "I100 ticket list page 100",
            Kind.READ,
            (side, data, k) -> side.tickets(Math.min(1980, data.tickets() - 20))),
    /** The last notes of fifty orders. */
    LAST_NOTES("last notes of 50 orders", Kind.READ, (side, data, k) -> side.lastNotes(1 + k % (data.notes() - 50))),
    /** What stands beside a ticket. */
    CONTEXT("ticket context", Kind.READ, (side, data, k) -> side.context(1 + k % data.tickets()));

    /** What is aimed at. */
    enum Kind {
        /** By keys; at most 1.5 times. */
        READ(1.5, true),
        /** By keys; at most 2 times. */
        WRITE(2, true),
        /** By an index where the hand-written side looks at the whole table; at most 1.5 times. */
        SEARCH(1.5, false),
        /** Looks at a whole table on both sides, since there is no index or counter for it yet; at most 1.5 times. */
        SCAN(1.5, false);

        final double most;
        final boolean flat;

        Kind(double most, boolean flat) {
            this.most = most;
            this.flat = flat;
        }
    }

    /** The same work on any side. */
    @FunctionalInterface
    private interface Work {
        List<String> run(Side side, Data data, int k);
    }

    final String title;
    final Kind kind;
    private final Work work;

    Operation(String title, Kind kind, Work work) {
        this.title = title;
        this.kind = kind;
        this.work = work;
    }

    /** Does it for the k-th time. */
    List<String> run(Side side, Data data, int k) {
        return work.run(side, data, k);
    }

    /** How often it can be done with these data. */
    int most(Data data) {
        return Integer.MAX_VALUE;
    }
}
