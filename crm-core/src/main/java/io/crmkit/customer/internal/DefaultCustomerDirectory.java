package io.crmkit.customer.internal;

import io.crmkit.actor.ActorKind;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Permission;
import io.crmkit.customer.AttributeDefinition;
import io.crmkit.customer.Contact;
import io.crmkit.customer.ContactType;
import io.crmkit.customer.Customer;
import io.crmkit.customer.CustomerDirectory;
import io.crmkit.customer.CustomerHit;
import io.crmkit.customer.CustomerMerge;
import io.crmkit.customer.CustomerQuery;
import io.crmkit.customer.DuplicateCandidate;
import io.crmkit.customer.FieldChange;
import io.crmkit.customer.FoundCustomers;
import io.crmkit.customer.Identifier;
import io.crmkit.customer.MergeCustomers;
import io.crmkit.customer.MergePreview;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.customer.TimelineEntry;
import io.crmkit.customer.TimelineQuery;
import io.crmkit.customer.UnmergeCustomers;
import io.crmkit.customer.UpdateCustomer;
import io.crmkit.error.Checks;
import io.crmkit.error.NotFoundException;
import io.crmkit.error.ViolationCode;
import io.crmkit.imports.ImportCustomers;
import io.crmkit.imports.ImportReport;
import io.crmkit.imports.ImportedRow;
import io.crmkit.internal.access.Gate;
import io.crmkit.internal.access.Once;
import io.crmkit.internal.access.Reading;
import io.crmkit.internal.access.Survivors;
import io.crmkit.internal.page.Pages;
import io.crmkit.internal.search.Deadline;
import io.crmkit.internal.search.SearchPlan;
import io.crmkit.page.Page;
import io.crmkit.page.PageRequest;
import io.crmkit.page.SortOrder;
import io.crmkit.spi.storage.Position;
import io.crmkit.spi.storage.Reach;
import io.crmkit.spi.storage.SearchBudget;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The customers, behind one actor's gate. */
public final class DefaultCustomerDirectory implements CustomerDirectory {
    private static final int MAX_FOUND = 50;
    private static final int MAX_QUERY = 200;
    private static final Duration TIME_TO_SUGGEST = Duration.ofMillis(500);
    private static final Duration TIME_TO_SEARCH = Duration.ofSeconds(2);

    private final Gate gate;
    private final ContactForms forms;

    /**
     * The customers as that gate's actor may use them.
     *
     * @param phoneRegion the region of telephone numbers that are written without a country's code, such as {@code IR}
     */
    public DefaultCustomerDirectory(Gate gate, Optional<String> phoneRegion) {
        this.gate = gate;
        this.forms = new ContactForms(phoneRegion);
    }

    @Override
    public Customer register(RegisterCustomer command) {
        Once once = new Once("customer.register", command.onceKey(), command);
        return gate.write(Permission.CUSTOMER_REGISTER, once, new RegisteringCustomer(command, forms));
    }

    @Override
    public Customer update(UpdateCustomer command) {
        Once once = new Once("customer.update", command.onceKey(), command);
        return gate.write(Permission.CUSTOMER_EDIT, once, new UpdatingCustomer(command, forms));
    }

    @Override
    public Customer get(CustomerId id) {
        return gate.read(Permission.CUSTOMER_READ, reading -> CustomerMasks.masked(stored(reading, id), reading));
    }

    @Override
    public Optional<Customer> findByIdentifier(Identifier identifier) {
        return gate.read(Permission.CUSTOMER_READ, reading -> {
            Reach reach = IdentifierKeys.isOpen(identifier.kind())
                    ? reading.reach(Permission.CUSTOMER_READ)
                    : contactsReach(reading);
            return reading.tx()
                    .customers()
                    .findByIdentifier(IdentifierKeys.key(identifier), reach)
                    .map(customer -> CustomerMasks.masked(customer, reading));
        });
    }

    @Override
    public List<Customer> findByContact(ContactType type, String value) {
        Gate.Entry entry = gate.enter(Permission.CUSTOMER_READ, MAX_FOUND);
        Optional<Contact> contact = forms.contact(type, value);
        return entry.read(reading -> {
            List<Customer> found = contact.map(wanted -> reading.tx()
                            .customers()
                            .findByContact(ContactForms.key(wanted), contactsReach(reading), MAX_FOUND))
                    .orElse(List.of());
            return masked(found, reading);
        });
    }

    @Override
    public FoundCustomers suggest(String typed, int limit) {
        Gate.Entry entry = gate.enter(Permission.CUSTOMER_READ, Math.min(Math.max(limit, 0), MAX_FOUND));
        Checks.that("")
                .text("text", typed, 0, MAX_QUERY)
                .require(
                        limit >= 1 && limit <= MAX_FOUND,
                        "limit",
                        ViolationCode.OUT_OF_RANGE,
                        "is " + limit + ", allowed are 1 to " + MAX_FOUND)
                .done();
        SearchPlan plan = plan(typed);
        SearchBudget budget = Deadline.in(TIME_TO_SUGGEST, gate.clock());
        return entry.read(reading ->
                new SearchingCustomers(reading, plan, CustomerQuery.all(), budget).page(PageRequest.first(limit)));
    }

    @Override
    public FoundCustomers search(CustomerQuery query, PageRequest page) {
        Gate.Entry entry = gate.enter(Permission.CUSTOMER_READ, page.size());
        Checks.that("").text("text", query.text(), 0, MAX_QUERY).done();
        SearchPlan plan = plan(query.text());
        SearchBudget budget = Deadline.in(TIME_TO_SEARCH, gate.clock());
        return entry.read(reading -> {
            if (query.flag().isPresent() && reading.actor().kind() == ActorKind.CUSTOMER) {
                return new FoundCustomers(List.of(), Optional.empty(), false);
            }
            return query.text().isBlank()
                    ? listed(query, page, reading)
                    : new SearchingCustomers(reading, plan, query, budget).page(page);
        });
    }

    private SearchPlan plan(String typed) {
        ReadContact read = forms.read(typed);
        return SearchPlan.of(typed, TypedKeys.of(typed, read), read.numbers());
    }

    private static FoundCustomers listed(CustomerQuery query, PageRequest page, Reading reading) {
        List<Customer> found = reading.tx()
                .customers()
                .list(SearchingCustomers.criteria(query, reading), Pages.slice(page, SortOrder.NEWEST_FIRST));
        Page<Customer> customers = Pages.page(masked(found, reading), page, DefaultCustomerDirectory::position);
        return new FoundCustomers(
                customers.items().stream()
                        .map(customer -> new CustomerHit(customer, Optional.empty(), List.of()))
                        .toList(),
                customers.next(),
                false);
    }

    @Override
    public AttributeDefinition define(AttributeDefinition definition) {
        return gate.write(Permission.ATTRIBUTE_DEFINE, writing -> new DefiningAttribute(writing).define(definition));
    }

    @Override
    public List<AttributeDefinition> attributes() {
        return gate.read(
                Permission.ATTRIBUTE_READ,
                reading -> AttributeCatalog.of(reading.tx()).all());
    }

    @Override
    public Page<FieldChange> history(CustomerId id, PageRequest page) {
        return gate.read(
                Permission.CUSTOMER_READ,
                page,
                reading -> CustomerHistory.page(new CustomerChanges(reading, stored(reading, id)), page));
    }

    @Override
    public Page<TimelineEntry> timeline(TimelineQuery query, PageRequest page) {
        return gate.read(
                Permission.CUSTOMER_READ,
                page,
                reading -> new CustomerTimeline(reading, stored(reading, query.customer())).page(query.kinds(), page));
    }

    @Override
    public List<DuplicateCandidate> duplicates(CustomerId id) {
        Gate.Entry entry = gate.enter(Permission.CUSTOMER_READ, MAX_FOUND);
        SearchBudget budget = Deadline.in(TIME_TO_SEARCH, gate.clock());
        return entry.read(reading -> new Duplicates(reading, stored(reading, id)).list(MAX_FOUND, budget));
    }

    @Override
    public MergePreview mergePreview(CustomerId survivor, CustomerId merged) {
        return gate.read(Permission.CUSTOMER_MERGE, reading -> MergingCustomers.preview(reading, survivor, merged));
    }

    @Override
    public CustomerMerge merge(MergeCustomers command) {
        Once once = new Once("customer.merge", command.onceKey(), command);
        return gate.enter(Permission.CUSTOMER_MERGE).with(command).write(once, new MergingCustomers(command));
    }

    @Override
    public Customer unmerge(UnmergeCustomers command) {
        Once once = new Once("customer.unmerge", command.onceKey(), command);
        return gate.enter(Permission.CUSTOMER_MERGE).with(command).write(once, new UnmergingCustomers(command));
    }

    @Override
    public List<CustomerMerge> merges(CustomerId id) {
        return gate.read(
                Permission.CUSTOMER_READ,
                reading -> reading.tx().merges().into(stored(reading, id).id()).stream()
                        .map(MergingCustomers::merge)
                        .toList());
    }

    @Override
    public ImportReport importCsv(ImportCustomers command, InputStream csv, Consumer<ImportedRow> rows) {
        Gate.Entry entry = gate.enter(Permission.CUSTOMER_REGISTER)
                .with(Permission.CUSTOMER_READ)
                .with(command);
        return new ImportingCustomers(entry, command, forms, rows).from(csv);
    }

    private static Customer stored(Reading reading, CustomerId id) {
        return Survivors.find(reading, id, reading.reach(Permission.CUSTOMER_READ))
                .orElseThrow(() -> new NotFoundException("customer", id.toString()));
    }

    private static Reach contactsReach(Reading reading) {
        return reading.reachOfBoth(Permission.CUSTOMER_READ, Permission.CUSTOMER_CONTACTS);
    }

    private static List<Customer> masked(List<Customer> found, Reading reading) {
        if (found.isEmpty()) {
            return found;
        }
        CustomerMasks masks = CustomerMasks.of(reading);
        return found.stream().map(masks::masked).toList();
    }

    private static Position position(Customer customer) {
        return new Position(customer.createdAt(), customer.id().value());
    }
}
