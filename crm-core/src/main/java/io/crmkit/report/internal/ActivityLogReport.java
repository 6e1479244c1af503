package io.crmkit.report.internal;

import io.crmkit.actor.CustomerId;
import io.crmkit.id.SubjectRef;
import io.crmkit.report.ReportDefinition;
import io.crmkit.report.ReportId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Lists what agents did. */
final class ActivityLogReport implements Report {
    @Override
    public ReportDefinition definition() {
        return new ReportDefinition(
                ReportId.ACTIVITY_LOG,
                1,
                "Entries of the audit in the period that agents caused, in order of time: action = its name; customer ="
                        + " whom it concerns; target = the record that was changed. What was refused is not in it."
                        + " Sample: the entries.",
                List.of("at", "agent", "action", "customer", "target"));
    }

    @Override
    public Set<ReportFilter> filters() {
        return Set.of(ReportFilter.AGENT, ReportFilter.CUSTOMER);
    }

    @Override
    public Figures compute(ReportInput input) {
        List<List<String>> rows = new ArrayList<>();
        input.eachDeed(
                input.period(),
                entry -> rows.add(List.of(
                        ReportInput.print(entry.at()),
                        entry.by().id().value(),
                        entry.action().name(),
                        entry.customer()
                                .map(CustomerId::toString)
                                .map(SubjectRef::customer)
                                .map(input::label)
                                .orElse(""),
                        input.label(entry.target()))));
        return Figures.records(rows);
    }
}
