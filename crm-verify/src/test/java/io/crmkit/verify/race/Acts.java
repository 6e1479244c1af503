package io.crmkit.verify.race;

import io.crmkit.CrmSession;
import io.crmkit.activity.ActivityStatus;
import io.crmkit.activity.ActivityType;
import io.crmkit.activity.RecordActivity;
import io.crmkit.attachment.AttachFile;
import io.crmkit.attachment.DeleteAttachment;
import io.crmkit.customer.AttributeDefinition;
import io.crmkit.customer.AttributeType;
import io.crmkit.customer.MergeCustomers;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.customer.Tier;
import io.crmkit.customer.UpdateCustomer;
import io.crmkit.note.AddNote;
import io.crmkit.note.DeleteNote;
import io.crmkit.note.EditNote;
import io.crmkit.staff.Agent;
import io.crmkit.staff.AgentState;
import io.crmkit.ticket.AssignTicket;
import io.crmkit.ticket.ChangeTicket;
import io.crmkit.ticket.Channel;
import io.crmkit.ticket.CommentOnTicket;
import io.crmkit.ticket.MergeTickets;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.Priority;
import io.crmkit.ticket.RateTicket;
import io.crmkit.ticket.ReferTicket;
import io.crmkit.ticket.ReplyToTicket;
import io.crmkit.ticket.TicketStatus;
import io.crmkit.ticket.WriteMessage;
import io.crmkit.verify.Spools;
import java.time.Instant;
import java.util.Optional;

/** The commands that meet, on the records of one desk. */
record Acts(RaceDesk desk, CrmSession agent, CrmSession host) {
    /** Two days after the last tickets of a desk were opened. */
    private static final Instant LATER = Instant.parse("2026-03-12T08:00:00Z");

    Object reply(String text) {
        return agent.tickets().reply(ReplyToTicket.to(desk.ticket.id(), text));
    }

    Object solve() {
        return agent.tickets().reply(ReplyToTicket.to(desk.ticket.id(), "done").then(TicketStatus.SOLVED));
    }

    Object comment(String text) {
        return agent.tickets().comment(CommentOnTicket.on(desk.ticket.id(), text));
    }

    Object write(String text) {
        return host.tickets().write(WriteMessage.of(desk.ticket.id(), desk.ali.id(), text));
    }

    Object writeIntoSolved(String text) {
        return host.tickets().write(WriteMessage.of(desk.solved.id(), desk.ali.id(), text));
    }

    Object writeIntoClosed(String text) {
        return host.tickets().write(WriteMessage.of(desk.closed.id(), desk.ali.id(), text));
    }

    Object rate() {
        return host.tickets().rate(new RateTicket(desk.solved.id(), 5, "عالی"));
    }

    Object change(Priority priority) {
        return agent.tickets().change(ChangeTicket.of(desk.ticket).priority(priority));
    }

    Object solveByHand() {
        return agent.tickets().change(ChangeTicket.of(desk.ticket).status(TicketStatus.SOLVED));
    }

    Object assign() {
        return assignTo("omid");
    }

    Object assignTo(String assignee) {
        return agent.tickets().assign(AssignTicket.to(desk.ticket.id(), assignee));
    }

    /** Sends the notices of the tickets that were opened. */
    Object send() {
        return desk.runDue();
    }

    /** Lets rules act on tickets that nobody answered. */
    Object remindLater() {
        desk.clock.set(LATER);
        return desk.runDue();
    }

    Object writeLater() {
        desk.clock.set(LATER);
        return write("still nothing");
    }

    Object replyLater() {
        desk.clock.set(LATER);
        return reply("at last");
    }

    Object refer() {
        return agent.tickets().refer(new ReferTicket(desk.ticket.id(), RaceDesk.TECH, "Where is it?"));
    }

    Object merge() {
        return agent.tickets().merge(new MergeTickets(desk.second.id(), desk.ticket.id()));
    }

    Object mergeBack() {
        return agent.tickets().merge(new MergeTickets(desk.ticket.id(), desk.second.id()));
    }

    Object mergeCustomers() {
        return agent.customers().merge(MergeCustomers.of(desk.ali, desk.twin));
    }

    Object mergeCustomersBack() {
        return agent.customers().merge(MergeCustomers.of(desk.twin, desk.ali));
    }

    Object openForTwin() {
        return host.tickets().open(OpenTicket.of(desk.twin.id(), Channel.CHAT, "کارت", "کارت ثبت نشد"));
    }

    Object replyToTwin() {
        return agent.tickets().reply(ReplyToTicket.to(desk.twinTicket.id(), "we look into it"));
    }

    Object writeAsTwin() {
        return host.tickets().write(WriteMessage.of(desk.twinTicket.id(), desk.twin.id(), "هنوز نرسیده"));
    }

    Object noteAboutTwin() {
        return agent.notes().add(AddNote.about(desk.twin.id(), "<p>தொடர்பு</p>"));
    }

    Object updateTwin() {
        return agent.customers().update(UpdateCustomer.of(desk.twin).tier(Tier.GOLD));
    }

    Object editNote(String text) {
        return agent.notes().edit(EditNote.of(desk.note, "<p>" + text + "</p>"));
    }

    /** One more file may come on this day. */
    Object attach() {
        return agent.attachments().attach(AttachFile.toNote(desk.note.id(), "رسید.png"), Spools.picture());
    }

    Object deleteFile() {
        agent.attachments().delete(DeleteAttachment.own(desk.file.id()));
        return "";
    }

    Object deleteNote() {
        agent.notes().delete(DeleteNote.own(desk.note.id()));
        return "";
    }

    Object update(Tier tier) {
        return agent.customers().update(UpdateCustomer.of(desk.ali).tier(tier));
    }

    Object define() {
        return agent.customers()
                .define(AttributeDefinition.of("kyc.level", AttributeType.TEXT).asSensitive());
    }

    Object register() {
        return agent.customers()
                .register(RegisterCustomer.named("Grace", "O’Neill").username("grace"));
    }

    Object registerWithLevel() {
        return agent.customers()
                .register(RegisterCustomer.named("Grace", "O’Neill").attribute("kyc.level", "3"));
    }

    Object openOnce() {
        return host.tickets()
                .open(OpenTicket.of(desk.ali.id(), Channel.CHAT, "واریز", "واریز نرسید")
                        .once("key-1"));
    }

    Object noteOnce() {
        return agent.notes().add(AddNote.about(desk.ali.id(), "<p>தொடர்பு</p>").once("key-1"));
    }

    Object record() {
        return host.activities()
                .record(new RecordActivity(
                        desk.ali.id(),
                        "wallet",
                        "W-1",
                        ActivityType.TRADE,
                        ActivityStatus.SUCCESS,
                        desk.clock.instant(),
                        Optional.empty()));
    }

    Object retry() {
        return agent.notifications().retry(desk.dead.id());
    }

    Object deactivate() {
        return agent.staff().save(Agent.of("omid", "امید").state(AgentState.DEACTIVATED));
    }
}
