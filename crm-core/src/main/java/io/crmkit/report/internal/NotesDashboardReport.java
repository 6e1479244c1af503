package io.crmkit.report.internal;

import io.crmkit.actor.ActorId;
import io.crmkit.report.ReportDefinition;
import io.crmkit.report.ReportId;
import io.crmkit.spi.storage.NoteFigures;
import io.crmkit.time.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Sums up the notes. */
final class NotesDashboardReport implements Report {
    @Override
    public ReportDefinition definition() {
        return new ReportDefinition(
                ReportId.NOTES_DASHBOARD,
                1,
                "date = last day of the period, in the zone asked for. Of the notes that are not deleted now:"
                        + " total_notes = all, whenever written; customers_with_notes = customers with one; notes_today"
                        + " = written that day. active_agents_today = agents with any entry in the audit that day, up to the period's end."
                        + " Sample: the notes.",
                List.of("date", "total_notes", "customers_with_notes", "notes_today", "active_agents_today"));
    }

    @Override
    public Set<ReportFilter> filters() {
        return Set.of();
    }

    @Override
    public Figures compute(ReportInput input) {
        LocalDate date = input.days().last();
        TimeRange day = TimeRange.ofDays(date, date, input.request().zone());
        NoteFigures notes = input.tx().notes().figures(day, input.reach());
        Set<ActorId> active = new HashSet<>();
        Instant end = input.request().period().to();
        TimeRange passed = day.to().isAfter(end) ? new TimeRange(day.from(), end) : day;
        input.eachDeed(passed, entry -> active.add(entry.by().id()));
        return new Figures(
                notes.notes(),
                List.of(List.of(
                        date.toString(),
                        Long.toString(notes.notes()),
                        Long.toString(notes.customers()),
                        Long.toString(notes.written()),
                        Integer.toString(active.size()))));
    }
}
