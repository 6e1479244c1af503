package io.crmkit.storage.jpa.internal.store;

import io.crmkit.spi.storage.CustomerCriteria;
import io.crmkit.spi.storage.CustomerSearch;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.SearchFeatures;
import io.crmkit.spi.storage.SearchFeatures.Kind;
import io.crmkit.spi.storage.SearchTerm;
import io.crmkit.storage.jpa.internal.sql.Database;
import io.crmkit.storage.jpa.internal.sql.Sql;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes what a search wants as conditions on a row {@code s} of what customers are found by. */
final class SearchConditions {
    private final SearchTables tables;
    private final CustomerSearch search;

    SearchConditions(SearchTables tables, CustomerSearch search) {
        this.tables = tables;
        this.search = search;
    }

    /** Who may be found at all. */
    void addWanted(Sql sql) {
        CustomerCriteria criteria = search.criteria();
        addReach(sql, criteria.reach());
        criteria.team().ifPresent(team -> sql.add(" and s.team = ?", team.value()));
        if (criteria.tier().isPresent() || criteria.flag().isPresent()) {
            sql.add(" and exists (select 1 from " + tables.customers() + " c where c.id = s.customer_id");
            criteria.tier().ifPresent(tier -> sql.add(" and c.tier = ?", tier.name()));
            criteria.flag().ifPresent(flag -> sql.add(" and ").contains("c.flags", CustomerRow.flag(flag)));
            sql.add(")");
        }
    }

    /** The number of the first of some tiers that the customer is in, or -1. */
    void addTier(Sql sql, int from, int to) {
        sql.add("case");
        for (int tier = from; tier <= to; tier++) {
            sql.add(" when ");
            addTier(sql, tier);
            sql.add(" then " + tier);
        }
        sql.add(" else -1 end");
    }

    /** And that the customer is in one of some tiers, if that is told by fewer of them: most candidates are in none. */
    void addInAny(Sql sql, int from, int to) {
        int[] widest = search.widest(from, to);
        if (widest.length <= to - from) {
            String or = " and (";
            for (int tier : widest) {
                sql.add(or);
                addTier(sql, tier);
                or = " or ";
            }
            sql.add(")");
        }
    }

    /** That the customer is in a tier: what is quickly compared comes first. */
    void addTier(Sql sql, int number) {
        List<SearchTerm> terms = search.tiers().get(number).terms().stream()
                .sorted(Comparator.comparing(SearchConditions::comparesLines))
                .toList();
        String and = "(";
        for (SearchTerm term : terms) {
            sql.add(and);
            add(sql, term);
            and = " and ";
        }
        sql.add(")");
    }

    /** Whether it takes more than a look at what is in the row. */
    static boolean comparesLines(SearchTerm term) {
        return term.patterns().stream().anyMatch(pattern -> SplitText.placeOf(pattern) != SplitText.Place.TEXT);
    }

    /** The open text first: if a key is among its lines, those of contacts need not be fetched. */
    private void add(Sql sql, SearchTerm term) {
        sql.add("(");
        addOccursInParts(sql, term, "s.open");
        addContacts(sql, term);
        List<String> inAttributes = term.patterns().stream()
                .filter(pattern -> SearchFeatures.mayHold(Kind.ATTRIBUTE, pattern))
                .toList();
        if (!inAttributes.isEmpty()) {
            addAttributes(sql, inAttributes);
        }
        sql.add(")");
    }

    private void addContacts(Sql sql, SearchTerm term) {
        Reach contacts = search.texts().contacts();
        if (!contacts.equals(Reach.none())) {
            sql.add(" or (");
            addOccursInParts(sql, term, "s.contact");
            sql.add(") and ");
            addReach(sql, contacts);
        }
    }

    private void addAttributes(Sql sql, List<String> patterns) {
        Reach sensitive = search.texts().sensitive();
        boolean open = !search.texts().openAttributes().isEmpty();
        if (open || !sensitive.equals(Reach.none())) {
            sql.add(" or s.attribute_text <> '' and (");
            addOccurs(sql, patterns, "s.attribute_text");
            sql.add(")");
            addReadable(sql, patterns, sensitive, open);
        }
    }

    /** That one of the attributes that count has it, unless all of them do. */
    private void addReadable(Sql sql, List<String> patterns, Reach sensitive, boolean open) {
        boolean across = patterns.stream().anyMatch(pattern -> pattern.contains(SearchDocuments.BETWEEN_ATTRIBUTES));
        if (!sensitive.everything() || across) {
            sql.add(" and exists (select 1 from " + tables.attributes()
                    + " a where a.customer_id = s.customer_id and (");
            addOccurs(sql, patterns, "a.folded_text");
            sql.add(") and (");
            addReach(sql, sensitive);
            if (open) {
                sql.add(" or ").among("a.name", search.texts().openAttributes());
            }
            sql.add("))");
        }
    }

    /** In a text that is kept in two parts. */
    private void addOccursInParts(Sql sql, SearchTerm term, String name) {
        List<String> inLines = new ArrayList<>();
        String or = "";
        for (String pattern : term.patterns()) {
            sql.add(or).contains(name + "_text", pattern);
            or = " or ";
            switch (SplitText.placeOf(pattern)) {
                case TEXT -> {
                    // The lines have no two written characters beside each other.
                }
                case EITHER -> inLines.add(pattern);
                case ACROSS ->
                    sql.add(or).contains("concat(" + name + "_text, substr(" + name + "_lines, 2))", pattern);
            }
        }
        if (!inLines.isEmpty()) {
            sql.add(or);
            addOccursInLines(sql, inLines, name + "_lines");
        }
    }

    /** PostgreSQL keeps lines apart from the row, and would fetch them for each pattern. */
    private void addOccursInLines(Sql sql, List<String> patterns, String lines) {
        boolean fetched = tables.database() == Database.POSTGRESQL && patterns.size() > 1;
        sql.add(fetched ? "exists (select 1 from (select " + lines + " || '' as lines offset 0) l where " : "(");
        addOccurs(sql, patterns, fetched ? "l.lines" : lines);
        sql.add(")");
    }

    private static void addOccurs(Sql sql, List<String> patterns, String text) {
        String or = "";
        for (String pattern : patterns) {
            sql.add(or).contains(text, pattern);
            or = " or ";
        }
    }

    private static void addReach(Sql sql, Reach reach) {
        sql.within(reach, "s.team", "s.owner_id", "s.customer_id");
    }
}
