package io.crmkit.verify.gate;

import static io.crmkit.verify.Desk.refusal;
import static io.crmkit.verify.Desk.refusedFields;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.CrmSession;
import io.crmkit.activity.ActivityStatus;
import io.crmkit.activity.ActivityType;
import io.crmkit.activity.RecordActivity;
import io.crmkit.actor.Actor;
import io.crmkit.actor.CustomerId;
import io.crmkit.actor.Role;
import io.crmkit.attachment.AttachFile;
import io.crmkit.attachment.AttachmentId;
import io.crmkit.attachment.DeleteAttachment;
import io.crmkit.customer.ContactType;
import io.crmkit.customer.CustomerEdit;
import io.crmkit.customer.MergeCustomers;
import io.crmkit.customer.MergeId;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.customer.UnmergeCustomers;
import io.crmkit.customer.UpdateCustomer;
import io.crmkit.error.Form;
import io.crmkit.error.InvalidRequestException;
import io.crmkit.error.PermissionDeniedException;
import io.crmkit.id.SubjectRef;
import io.crmkit.imports.ImportCustomers;
import io.crmkit.note.AddNote;
import io.crmkit.note.DeleteNote;
import io.crmkit.note.EditNote;
import io.crmkit.note.NoteId;
import io.crmkit.ticket.AssignTicket;
import io.crmkit.ticket.ChangeTicket;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.CommentOnTicket;
import io.crmkit.ticket.MergeTickets;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.RateTicket;
import io.crmkit.ticket.ReferTicket;
import io.crmkit.ticket.ReplyToTicket;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.WriteMessage;
import io.crmkit.verify.Desk;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever fills in a command wrongly in several places learns of all of them at once, from the service, if permitted. */
class FormsTest {
    private static final String LONG_KEY = "k".repeat(121);

    private final Desk desk = Desk.staffed();
    private final CustomerId ali = desk.ali().id();
    private final Ticket ticket = desk.open(ali);
    private final Map<Class<?>, Case> cases = new HashMap<>();

    /** A command with everything wrong that can be, how it is given to its service, and which fields that names. */
    private record Case(Consumer<CrmSession> call, List<String> fields) {}

    private void wrong(Form form, Consumer<CrmSession> call, String... fields) {
        cases.put(form.getClass(), new Case(call, List.of(fields)));
    }

    @BeforeEach
    void customers() {
        RegisterCustomer register = RegisterCustomer.named("", "x".repeat(9_999))
                .phone("+989123456789")
                .phone("12")
                .email("nobody")
                .username("")
                .identifier("Wallet", "bc1")
                .language("??")
                .attribute("ghost", "1")
                .attribute("kyc.status", "GREAT")
                .once(LONG_KEY);
        wrong(
                register,
                session -> session.customers().register(register),
                "once",
                "names.family",
                "contact.PHONE",
                "contact.EMAIL",
                "identifier.value",
                "identifier.kind",
                "languages",
                "attribute",
                "attribute.kyc.status");
        UpdateCustomer update = UpdateCustomer.of(ali, 1)
                .with(new CustomerEdit.Rename("", " "))
                .with(new CustomerEdit.RemoveIdentifier("wallet", ""))
                .with(new CustomerEdit.RemoveContact(ContactType.PHONE, "09350000000"))
                .with(new CustomerEdit.ClearAttribute("kyc.status"))
                .once("");
        wrong(
                update,
                session -> session.customers().update(update),
                "once",
                "names.given",
                "identifier.value",
                "contact.PHONE",
                "attribute.kyc.status");
    }

    @BeforeEach
    void merges() {
        MergeCustomers merge = new MergeCustomers(ali, 1, ali, 1, Set.of("flags"), Optional.of(LONG_KEY));
        wrong(merge, session -> session.customers().merge(merge), "merge.merged", "merge.take", "once");
        UnmergeCustomers unmerge = new UnmergeCustomers(new MergeId(new UUID(1, 1)), 1, Optional.of(""));
        wrong(unmerge, session -> session.customers().unmerge(unmerge), "once");
        ImportCustomers file = ImportCustomers.fromCsv().dividedBy('x');
        wrong(
                file,
                session -> session.customers().importCsv(file, InputStream.nullInputStream(), row -> {}),
                "import.columns",
                "import.columns",
                "import.separator");
    }

    @BeforeEach
    void notesAndActivities() {
        AddNote note = AddNote.about(ali, "<script>x</script>").once(LONG_KEY);
        for (int i = 0; i < 21; i++) {
            note = note.on(SubjectRef.order("o" + i));
        }
        AddNote full = note;
        wrong(full, session -> session.notes().add(full), "note.subjects", "once", "html");
        DeleteNote delete =
                DeleteNote.because(new NoteId(new UUID(1, 1)), "x".repeat(501)).once(LONG_KEY);
        wrong(delete, session -> session.notes().delete(delete), "reason", "once");
        EditNote edit = new EditNote(new NoteId(new UUID(1, 1)), 1, "<p>x</p>").once("");
        wrong(edit, session -> session.notes().edit(edit), "once");
        RecordActivity activity = new RecordActivity(
                ali, "", "", ActivityType.TRADE, ActivityStatus.SUCCESS, desk.clock.instant(), Optional.empty());
        wrong(activity, session -> session.activities().record(activity), "activity.source", "activity.externalId");
    }

    @BeforeEach
    void files() {
        AttachFile attach =
                AttachFile.toNote(new NoteId(new UUID(1, 1)), "x".repeat(4_097)).once(LONG_KEY);
        wrong(
                attach,
                session -> session.attachments().attach(attach, InputStream.nullInputStream()),
                "attachment.name",
                "once");
        DeleteAttachment delete = DeleteAttachment.because(new AttachmentId(new UUID(1, 1)), "x".repeat(501))
                .once(LONG_KEY);
        wrong(delete, session -> session.attachments().delete(delete), "reason", "once");
    }

    @BeforeEach
    void tickets() {
        OpenTicket open =
                OpenTicket.of(ali, Channel.WEB, " ", "").category("Geld?").once("a\nb");
        for (int i = 0; i < 21; i++) {
            open = open.on(SubjectRef.order("o" + i));
        }
        OpenTicket full = open;
        wrong(
                full,
                session -> session.tickets().open(full),
                "ticket.subject",
                "ticket.body",
                "category",
                "ticket.subjects",
                "once");
        ChangeTicket change =
                ChangeTicket.of(ticket).category("").tags("A", "b", "c!").once("");
        wrong(change, session -> session.tickets().change(change), "category", "ticket.tags", "ticket.tags", "once");
        AssignTicket assign = AssignTicket.to(ticket.id(), "sara").once(LONG_KEY);
        wrong(assign, session -> session.tickets().assign(assign), "once");
        MergeTickets merge = new MergeTickets(ticket.id(), ticket.id()).once("");
        wrong(merge, session -> session.tickets().merge(merge), "once");
        WriteMessage write = WriteMessage.of(ticket.id(), ali, "").once("");
        wrong(write, session -> session.tickets().write(write), "message.text", "once");
        ReplyToTicket reply = ReplyToTicket.to(ticket.id(), "\u0000").once(LONG_KEY);
        wrong(reply, session -> session.tickets().reply(reply), "reply.text", "once");
        CommentOnTicket comment =
                CommentOnTicket.on(ticket.id(), "x".repeat(100_001)).once(LONG_KEY);
        wrong(comment, session -> session.tickets().comment(comment), "comment.text", "once");
        ReferTicket refer = new ReferTicket(ticket.id(), Desk.VIP, "").once("");
        wrong(refer, session -> session.tickets().refer(refer), "referral.question", "once");
        RateTicket rate = new RateTicket(ticket.id(), 6, "x".repeat(2_001)).once("");
        wrong(rate, session -> session.tickets().rate(rate), "rating.stars", "rating.comment", "once");
    }

    @Test
    void everyCommandNamesAllThatIsWrongAtOnce() {
        CrmSession session = desk.as(Actor.agent("root", Role.ADMIN, Role.HOST));

        cases.forEach(
                (command, each) -> assertThat(refusedFields(() -> each.call().accept(session)))
                        .as(command.getSimpleName())
                        .isEqualTo(each.fields()));
    }

    @Test
    void whoMayNotDoItLearnsNothingOfTheForm() {
        CrmSession nobody = desk.as(Actor.agent("mona", Role.MARKETER));

        cases.forEach((command, each) ->
                refusal(PermissionDeniedException.class, () -> each.call().accept(nobody)));
    }

    @Test
    void noMessageRepeatsWhatWasGiven() {
        CrmSession session = desk.as(Actor.agent("root", Role.ADMIN, Role.HOST));

        cases.values()
                .forEach(each -> assertThat(refusal(
                                        InvalidRequestException.class,
                                        () -> each.call().accept(session))
                                .getMessage())
                        .doesNotContain("ghost", "GREAT", "nobody", "Geld", LONG_KEY, "09350000000"));
    }

    @Test
    void everyFormThatAServiceTakesIsAmongTheCases() {
        Set<Class<?>> forms = Arrays.stream(CrmSession.class.getRecordComponents())
                .map(RecordComponent::getType)
                .flatMap(service -> Arrays.stream(service.getMethods()))
                .flatMap(method -> Arrays.stream(method.getParameterTypes()))
                .filter(Form.class::isAssignableFrom)
                .collect(Collectors.toSet());

        assertThat(cases.keySet()).isEqualTo(forms);
        assertThat(forms).hasSize(20);
    }

    @Test
    void moreThanAHundredEditsAreNotLookedAt() {
        RegisterCustomer command = RegisterCustomer.named("Ali", "");
        for (int i = 0; i < 100; i++) {
            command = command.phone("1");
        }
        RegisterCustomer tooMany = command;

        assertThat(refusedFields(() -> desk.sara().customers().register(tooMany)))
                .containsExactly("edits");
    }

    @Test
    void aFormSaysByItselfWhatNeedsNoRecords() {
        assertThat(OpenTicket.of(ali, Channel.WEB, "x", "y").violations()).isEqualTo(List.of());
        assertThat(OpenTicket.of(ali, Channel.WEB, "x", "y").category("?").violations())
                .hasSize(1);
    }
}
