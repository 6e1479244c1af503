package io.crmkit.verify.race;

import io.crmkit.customer.Tier;
import io.crmkit.ticket.Priority;
import java.util.function.Function;

/** Pairs of commands that meet on one record. */
enum Pairs {
    REPLY_AND_REPLY(a -> a.reply("one"), a -> a.reply("two")),
    REPLY_AND_COMMENT(a -> a.reply("one"), a -> a.comment("two")),
    REPLY_AND_CUSTOMER(Acts::solve, a -> a.write("two")),
    CUSTOMER_AND_CUSTOMER(a -> a.write("one"), a -> a.write("two")),
    REOPENING_AND_RATING(a -> a.writeIntoSolved("one"), Acts::rate),
    REOPENING_AND_REOPENING(a -> a.writeIntoSolved("one"), a -> a.writeIntoSolved("two")),
    CHANGE_AND_CHANGE(a -> a.change(Priority.LOW), a -> a.change(Priority.HIGH)),
    CHANGE_AND_REPLY(a -> a.change(Priority.LOW), a -> a.reply("two")),
    ASSIGN_AND_REFER(Acts::assign, Acts::refer),
    REFER_AND_CUSTOMER(Acts::refer, a -> a.write("two")),
    MERGE_AND_CUSTOMER(Acts::merge, a -> a.write("two")),
    MERGE_AND_MERGE_BACK(Acts::merge, Acts::mergeBack),
    MERGE_AND_REPLY(Acts::merge, a -> a.reply("two")),
    FOLLOW_UP_TWICE(a -> a.writeIntoClosed("one"), a -> a.writeIntoClosed("two")),
    NOTE_EDIT_AND_EDIT(a -> a.editNote("one"), a -> a.editNote("two")),
    NOTE_EDIT_AND_DELETE(a -> a.editNote("one"), Acts::deleteNote),
    NOTE_DELETE_AND_DELETE(Acts::deleteNote, Acts::deleteNote),
    CUSTOMER_UPDATE_AND_UPDATE(a -> a.update(Tier.GOLD), a -> a.update(Tier.SILVER)),
    CUSTOMER_UPDATE_AND_DEFINE(a -> a.update(Tier.GOLD), Acts::define),
    CUSTOMER_MERGE_AND_OPEN(Acts::mergeCustomers, Acts::openForTwin),
    CUSTOMER_MERGE_AND_REPLY(Acts::mergeCustomers, Acts::replyToTwin),
    CUSTOMER_MERGE_AND_CUSTOMER(Acts::mergeCustomers, Acts::writeAsTwin),
    CUSTOMER_MERGE_AND_NOTE(Acts::mergeCustomers, Acts::noteAboutTwin),
    CUSTOMER_MERGE_AND_UPDATE(Acts::mergeCustomers, Acts::updateTwin),
    CUSTOMER_MERGE_TWICE(Acts::mergeCustomers, Acts::mergeCustomers),
    CUSTOMER_MERGE_AND_MERGE_BACK(Acts::mergeCustomers, Acts::mergeCustomersBack),
    CUSTOMER_MERGE_AND_SEND(Acts::mergeCustomers, Acts::send),
    CUSTOMER_MERGE_AND_RULE(Acts::mergeCustomers, Acts::remindLater),
    SAME_NAME_TWICE(Acts::register, Acts::register),
    SAME_KEY_TWICE(Acts::openOnce, Acts::openOnce),
    SAME_NOTE_TWICE(Acts::noteOnce, Acts::noteOnce),
    SAME_ACTIVITY_TWICE(Acts::record, Acts::record),
    RETRY_AND_RETRY(Acts::retry, Acts::retry),
    DEACTIVATE_AND_ASSIGN(Acts::deactivate, Acts::assign),
    ASSIGN_AND_ASSIGN(Acts::assign, a -> a.assignTo("mina")),
    REPLY_AND_STATUS(a -> a.reply("one"), Acts::solveByHand),
    DEFINE_AND_REGISTER(Acts::define, Acts::registerWithLevel),
    LAST_FILE_TWICE(Acts::attach, Acts::attach),
    ATTACH_AND_DELETE_NOTE(Acts::attach, Acts::deleteNote),
    FILE_DELETE_AND_DELETE(Acts::deleteFile, Acts::deleteFile),
    SEND_AND_SEND(Acts::send, Acts::send),
    RULE_TWICE(Acts::remindLater, Acts::remindLater),
    RULE_AND_CUSTOMER(Acts::remindLater, Acts::writeLater),
    RULE_AND_REPLY(Acts::remindLater, Acts::replyLater);

    final Function<Acts, Object> first;
    final Function<Acts, Object> second;

    Pairs(Function<Acts, Object> first, Function<Acts, Object> second) {
        this.first = first;
        this.second = second;
    }
}
