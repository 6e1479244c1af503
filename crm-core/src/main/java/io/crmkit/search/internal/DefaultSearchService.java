package io.crmkit.search.internal;

import io.crmkit.actor.Permission;
import io.crmkit.internal.access.Gate;
import io.crmkit.page.PageRequest;
import io.crmkit.search.IndexCheck;
import io.crmkit.search.SearchService;

/** What is searched by, behind one actor's gate. */
public final class DefaultSearchService implements SearchService {
    private final Gate gate;

    /** What that gate's actor may look at and mend. */
    public DefaultSearchService(Gate gate) {
        this.gate = gate;
    }

    @Override
    public IndexCheck verifyIndex(PageRequest page) {
        return gate.read(
                Permission.SEARCH_MANAGE,
                page,
                reading -> new CheckingIndex(reading.tx().customerIndex(), page).verify());
    }

    @Override
    public IndexCheck rebuildIndex(PageRequest page) {
        return gate.enter(Permission.SEARCH_MANAGE, page.size())
                .write(writing -> new CheckingIndex(writing.tx().customerIndex(), page).rebuild());
    }
}
