package io.crmkit.verify.customer;

import static io.crmkit.verify.Desk.refusal;
import static io.crmkit.verify.Desk.refusedFields;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.actor.CustomerId;
import io.crmkit.audit.AuditAction;
import io.crmkit.audit.AuditEntry;
import io.crmkit.customer.ContactType;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerFlag;
import io.crmkit.customer.CustomerHit;
import io.crmkit.customer.CustomerMerge;
import io.crmkit.customer.CustomerQuery;
import io.crmkit.customer.Identifier;
import io.crmkit.customer.MergeCustomers;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.customer.Tier;
import io.crmkit.customer.TimelineEntry;
import io.crmkit.customer.TimelineQuery;
import io.crmkit.customer.UnmergeCustomers;
import io.crmkit.customer.UpdateCustomer;
import io.crmkit.error.ConflictException;
import io.crmkit.error.IdempotencyConflictException;
import io.crmkit.error.InvalidRequestException;
import io.crmkit.error.MergedException;
import io.crmkit.error.NotFoundException;
import io.crmkit.error.PermissionDeniedException;
import io.crmkit.note.AddNote;
import io.crmkit.note.Note;
import io.crmkit.note.NoteQuery;
import io.crmkit.notification.NotificationQuery;
import io.crmkit.page.PageRequest;
import io.crmkit.report.ActivityQuery;
import io.crmkit.report.CsvFormat;
import io.crmkit.report.ReportId;
import io.crmkit.report.ReportRequest;
import io.crmkit.storage.memory.MemoryStorage;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.CommentOnTicket;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketQuery;
import io.crmkit.ticket.WriteMessage;
import io.crmkit.time.TimeRange;
import io.crmkit.verify.Desk;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One person who was registered twice becomes one customer with all that both had, and two again if that was wrong. */
class MergeTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 20);

    private final MemoryStorage storage = MemoryStorage.create();
    private final Desk desk = Desk.staffed(storage);
    private final Customer ali = desk.ali();
    private final MergeWorld world = new MergeWorld(desk, storage);
    private final Customer twin = world.another();

    private Customer now(CustomerId id) {
        return desk.admin().customers().get(id);
    }

    private CustomerMerge merge(Customer survivor, Customer merged) {
        return desk.admin().customers().merge(MergeCustomers.of(now(survivor.id()), now(merged.id())));
    }

    @Test
    void theSurvivorHasEverythingThatBothHad() {
        merge(ali, twin);

        Customer one = now(ali.id());
        assertThat(one.identifiers())
                .containsExactly(Identifier.username("ali_r"), new Identifier("wallet", MergeWorld.WALLET));
        assertThat(one.contacts())
                .extracting(contact -> contact.normalised())
                .containsExactly("+989123456789", "ali.rezaei@example.com", "+989351112233");
        assertThat(one.languages()).containsExactly("fa", "ta");
        assertThat(one.attributes()).containsEntry("kyc.level", "2").containsEntry("loginDevice", "WEB");
        assertThat(one.flags()).containsExactly(CustomerFlag.VIP);
        assertThat(one.preferredChannel()).contains(ContactType.EMAIL);
        assertThat(one.names()).isEqualTo(ali.names());
        assertThat(one.version()).isEqualTo(2);
    }

    @Test
    void whatWasWrittenAboutTheOtherIsAboutTheSurvivor() {
        Ticket ticket = desk.open(twin.id());
        desk.reply(ticket);
        desk.sara().tickets().comment(CommentOnTicket.on(ticket.id(), "بررسی شد"));
        Note note = desk.sara().notes().add(AddNote.about(twin.id(), "<p>தொடர்பு</p>"));
        world.deposit(twin.id(), "D-1");
        Map<String, Long> before = kinds(twin.id());

        merge(ali, twin);

        assertThat(desk.stored(ticket).customer()).isEqualTo(ali.id());
        assertThat(desk.admin()
                        .tickets()
                        .list(TicketQuery.all().of(ali.id()), PageRequest.first())
                        .items())
                .extracting(Ticket::id)
                .containsExactly(ticket.id());
        assertThat(desk.sara()
                        .notes()
                        .list(NoteQuery.about(ali.id()), PageRequest.first())
                        .items())
                .extracting(Note::id)
                .containsExactly(note.id());
        assertThat(desk.admin().activities().counts(ali.id())).hasSize(1);
        assertThat(kinds(ali.id())).isEqualTo(before);
        assertThat(desk.admin()
                        .customers()
                        .history(ali.id(), PageRequest.first())
                        .items())
                .as("what changed in the other's fields")
                .hasSize(1);
        assertThat(desk.admin().tickets().context(ticket.id()).customer().id()).isEqualTo(ali.id());
    }

    private Map<String, Long> kinds(CustomerId id) {
        return desk.admin().customers().timeline(TimelineQuery.of(id), PageRequest.first()).items().stream()
                .map(TimelineEntry::kind)
                .collect(Collectors.groupingBy(Enum::name, Collectors.counting()));
    }

    @Test
    void nothingPointsToTheMergedIdAnyMore() {
        world.fill(twin.id());
        world.fill(ali.id());

        merge(ali, twin);

        assertThat(world.referencesTo(twin.id())).isEmpty();
        assertThat(world.referencesTo(ali.id())).isNotEmpty();
    }

    @Test
    void theOldIdIsGoodForEverAlsoInChains() {
        world.fill(twin.id());
        Customer third = desk.sara().customers().register(RegisterCustomer.named("Ali", "Rezaei"));
        merge(ali, twin);
        merge(third, ali);

        CustomerId old = twin.id();
        assertThat(now(old).id()).isEqualTo(third.id());
        assertThat(desk.admin()
                        .tickets()
                        .list(TicketQuery.all().of(old), PageRequest.first())
                        .items())
                .isNotEmpty();
        assertThat(desk.sara()
                        .notes()
                        .list(NoteQuery.about(old), PageRequest.first())
                        .items())
                .isNotEmpty();
        assertThat(kinds(old)).isEqualTo(kinds(third.id())).isNotEmpty();
        assertThat(desk.admin().activities().counts(old)).isNotEmpty();
        assertThat(desk.admin().customers().history(old, PageRequest.first()).items())
                .isNotEmpty();
        assertThat(desk.admin().tickets().views(old, PageRequest.first()).items())
                .isNotEmpty();
        assertThat(desk.admin()
                        .notifications()
                        .list(NotificationQuery.all().of(old), PageRequest.first())
                        .items())
                .isNotEmpty();
        assertThat(desk.auditor()
                        .reports()
                        .activity(ActivityQuery.all().about(old), PageRequest.first())
                        .items())
                .isNotEmpty();
        assertThat(world.referencesTo(ali.id())).isEmpty();
    }

    @Test
    void whatIsAddedUnderTheOldIdIsTheSurvivors() {
        merge(ali, twin);

        Ticket ticket = desk.open(twin.id());
        Note note = desk.sara().notes().add(AddNote.about(twin.id(), "<p>x</p>"));
        world.deposit(twin.id(), "D-9");
        desk.host().tickets().write(WriteMessage.of(ticket.id(), twin.id(), "هنوز نرسیده"));

        assertThat(ticket.customer()).isEqualTo(ali.id());
        assertThat(note.customer()).isEqualTo(ali.id());
        assertThat(world.referencesTo(twin.id())).isEmpty();
    }

    @Test
    void aCustomerWhoLogsInUnderTheOldIdSeesWhatIsHis() {
        Ticket ticket = desk.open(twin.id());
        OpenTicket again =
                OpenTicket.of(twin.id(), Channel.CHAT, "واریز", "واریز نرسید").once("k");
        Ticket first = desk.customer(twin.id()).tickets().open(again);
        merge(ali, twin);

        assertThat(desk.customer(twin.id()).customers().get(twin.id()).id()).isEqualTo(ali.id());
        assertThat(desk.customer(twin.id())
                        .tickets()
                        .views(twin.id(), PageRequest.first())
                        .items())
                .extracting(view -> view.id())
                .contains(ticket.id());
        assertThat(desk.customer(twin.id()).tickets().open(again).id()).isEqualTo(first.id());
        refusal(
                NotFoundException.class,
                () -> desk.customer(twin.id()).customers().get(world.stranger().id()));
    }

    @Test
    void onlyAChangeOfTheMergedCustomerIsRefused() {
        merge(ali, twin);

        MergedException refused = refusal(
                MergedException.class,
                () -> desk.admin()
                        .customers()
                        .update(UpdateCustomer.of(twin.id(), 1).tier(Tier.GOLD)));
        assertThat(refused.survivor()).isEqualTo(ali.id().toString());
        refusal(MergedException.class, () -> desk.admin().customers().merge(MergeCustomers.of(world.stranger(), twin)));
    }

    @Test
    void theMergedCustomerIsNotFoundByAnySearch() {
        merge(ali, twin);

        assertThat(found(desk.admin().customers().suggest("رضائی", 50).hits())).containsExactly(ali.id());
        assertThat(found(desk.admin()
                        .customers()
                        .search(CustomerQuery.all(), PageRequest.first())
                        .hits()))
                .doesNotContain(twin.id())
                .contains(ali.id());
        assertThat(desk.admin().customers().findByContact(ContactType.PHONE, "09351112233"))
                .extracting(Customer::id)
                .containsExactly(ali.id());
        assertThat(desk.admin().customers().findByIdentifier(new Identifier("wallet", MergeWorld.WALLET)))
                .hasValueSatisfying(found -> assertThat(found.id()).isEqualTo(ali.id()));
    }

    private static List<CustomerId> found(List<CustomerHit> hits) {
        return hits.stream().map(hit -> hit.customer().id()).toList();
    }

    @Test
    void aFieldIsTakenFromTheOtherWhereTheCommandSaysSo() {
        desk.admin().customers().update(UpdateCustomer.of(ali).attribute("kyc.level", "3"));

        desk.admin()
                .customers()
                .merge(MergeCustomers.of(now(ali.id()), twin)
                        .taking("names")
                        .taking("languages")
                        .taking("attribute.kyc.level"));

        assertThat(now(ali.id()).names()).isEqualTo(twin.names());
        assertThat(now(ali.id()).languages()).containsExactly("ta", "fa");
        assertThat(now(ali.id()).attributes()).containsEntry("kyc.level", "2");
    }

    @Test
    void eachSideNeedsTheVersionThatWasSeen() {
        desk.admin().customers().update(UpdateCustomer.of(twin).tier(Tier.GOLD));

        refusal(ConflictException.class, () -> desk.admin().customers().merge(MergeCustomers.of(ali, twin)));
        refusal(
                ConflictException.class,
                () -> desk.admin()
                        .customers()
                        .merge(new MergeCustomers(ali.id(), 7, twin.id(), 2, Set.of(), Optional.empty())));
        CustomerMerge merge = merge(ali, twin);
        refusal(
                ConflictException.class,
                () -> desk.admin().customers().unmerge(new UnmergeCustomers(merge.id(), 1, Optional.empty())));
    }

    @Test
    void theSameKeyMergesAndSeparatesOnce() {
        MergeCustomers command = MergeCustomers.of(ali, twin).once("k");
        CustomerMerge merge = desk.admin().customers().merge(command);
        assertThat(desk.admin().customers().merge(command)).isEqualTo(merge);
        refusal(
                IdempotencyConflictException.class,
                () -> desk.admin().customers().merge(command.taking("tier")));

        UnmergeCustomers undo = UnmergeCustomers.of(merge, now(ali.id())).once("k");
        Customer back = desk.admin().customers().unmerge(undo);
        assertThat(desk.admin().customers().unmerge(undo)).isEqualTo(back);
        assertThat(refusedFields(() -> desk.admin().customers().unmerge(UnmergeCustomers.of(merge, now(ali.id())))))
                .containsExactly("unmerge.merge");
    }

    @Test
    void whoMergesMayMergeBoth() {
        refusal(PermissionDeniedException.class, () -> desk.sara().customers().merge(MergeCustomers.of(ali, twin)));
        Customer foreign = desk.kavitha().customers().register(RegisterCustomer.named("கவிதா", "ராமன்"));
        refusal(NotFoundException.class, () -> desk.supervisor().customers().merge(MergeCustomers.of(ali, foreign)));
        refusal(NotFoundException.class, () -> desk.supervisor().customers().merge(MergeCustomers.of(foreign, ali)));
        refusal(NotFoundException.class, () -> desk.supervisor().customers().mergePreview(ali.id(), foreign.id()));

        CustomerMerge done = merge(foreign, twin);
        refusal(
                NotFoundException.class,
                () -> desk.supervisor().customers().unmerge(new UnmergeCustomers(done.id(), 2, Optional.empty())));
        refusal(InvalidRequestException.class, () -> desk.admin().customers().mergePreview(ali.id(), ali.id()));
    }

    @Test
    void theAuditHasBothIdsAndNoValues() {
        merge(ali, twin);

        AuditEntry entry = desk.auditor()
                .reports()
                .activity(ActivityQuery.all(), PageRequest.first(1))
                .items()
                .get(0);
        assertThat(entry.action()).isEqualTo(AuditAction.CUSTOMERS_MERGED);
        assertThat(entry.customer()).contains(ali.id());
        assertThat(desk.admin()
                        .reports()
                        .activity(ActivityQuery.all(), PageRequest.first(1))
                        .items()
                        .get(0)
                        .changes())
                .singleElement()
                .satisfies(delta -> assertThat(delta.after()).contains(twin.id().toString()));
    }

    @Test
    void anExportAboutTheOldIdIsNotedWithTheSurvivor() {
        merge(ali, twin);
        ReportRequest request = ReportRequest.of(
                        ReportId.ACTIVITY_LOG, TimeRange.ofDays(TODAY, TODAY, ZoneOffset.UTC), ZoneOffset.UTC)
                .customer(twin.id());

        desk.admin().reports().export(request, CsvFormat.forPrograms(), OutputStream.nullOutputStream());

        assertThat(world.referencesTo(twin.id())).isEmpty();
        assertThat(desk.auditor()
                        .reports()
                        .activity(ActivityQuery.all().about(twin.id()), PageRequest.first())
                        .items())
                .hasSizeGreaterThan(1);
    }
}
