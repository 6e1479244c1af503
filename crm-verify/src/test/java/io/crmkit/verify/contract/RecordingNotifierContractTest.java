package io.crmkit.verify.contract;

import io.crmkit.notification.NoticeChannel;
import io.crmkit.spi.notify.Notifier;
import io.crmkit.testkit.NotifierContract;
import io.crmkit.testkit.RecordingNotifier;
import java.util.List;

/** The recording notifier keeps the contract of notifiers; it is its own far side. */
class RecordingNotifierContractTest extends NotifierContract {
    private final RecordingNotifier notifier = new RecordingNotifier();

    @Override
    protected Notifier createNotifier() {
        return notifier;
    }

    @Override
    protected NoticeChannel channel() {
        return NoticeChannel.EMAIL;
    }

    @Override
    protected List<String> reached() {
        return notifier.sent().stream().map(sent -> sent.id().toString()).toList();
    }

    @Override
    protected void failTemporarily() {
        notifier.failTemporarily(1);
    }

    @Override
    protected void failPermanently() {
        notifier.failPermanently(1);
    }

    @Override
    protected void recover() {
        notifier.clear();
    }
}
