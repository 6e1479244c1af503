package io.crmkit.examples.features;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Role;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.examples.Console;
import io.crmkit.examples.SimulatedClock;
import io.crmkit.report.CsvFormat;
import io.crmkit.report.ReportId;
import io.crmkit.report.ReportRequest;
import io.crmkit.report.ReportResult;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.ReplyToTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.time.TimeRange;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** Reports say how they were computed; CSV is safe in a spreadsheet. */
public final class ReportsMain {
    private ReportsMain() {}

    /** Runs it. */
    public static void main(String[] args) {
        run(Console.standard());
    }

    static void run(Console console) {
        SimulatedClock clock = new SimulatedClock(Instant.parse("2026-03-01T08:00:00Z"));
        try (Crm crm =
                Crm.builder().storage(MemoryStorage.create()).clock(clock).build()) {
            CrmSession host = crm.as(Actor.host("exchange"));
            CrmSession sara = crm.as(Actor.agent("sara", Role.SUPPORT_AGENT));
            for (int minutes : new int[] {4, 30, 9}) {
                CustomerId customer = host.customers()
                        .register(RegisterCustomer.named("Customer", "of " + minutes)
                                .phone("+44770090012" + minutes % 10))
                        .id();
                Ticket ticket = host.tickets()
                        .open(OpenTicket.of(customer, Channel.WEB, "?", "…").category("fees"));
                clock.advance(Duration.ofMinutes(minutes));
                sara.tickets().reply(ReplyToTicket.to(ticket.id(), "…").then(TicketStatus.SOLVED));
            }
            TimeRange day = new TimeRange(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-03-02T00:00:00Z"));
            CrmSession boss = crm.as(Actor.agent("boss", Role.SUPPORT_SUPERVISOR));
            ReportResult times = boss.reports().run(ReportRequest.of(ReportId.RESPONSE_TIMES, day, ZoneOffset.UTC));
            console.print(times.definition().formula());
            console.print("version " + times.definition().version() + ", samples " + times.sampleSize());
            console.print(String.join(" ", times.table().columns()));
            times.table().rows().forEach(row -> console.print(String.join(" ", row)));

            ByteArrayOutputStream csv = new ByteArrayOutputStream();
            boss.reports()
                    .export(ReportRequest.of(ReportId.NOTICES, day, ZoneOffset.UTC), CsvFormat.forSpreadsheets(), csv);
            console.print(csv.toString(StandardCharsets.UTF_8));
        }
    }
}
