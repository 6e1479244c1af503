package io.crmkit.verify.contract;

import io.crmkit.spi.storage.AttachmentRecord;
import io.crmkit.spi.storage.AttachmentStore;
import io.crmkit.spi.storage.UploadStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Storages that break a rule of attachments and of upload counts. */
final class BrokenFiles {
    private BrokenFiles() {}

    /** Counts one file more than allowed. */
    static class OneFileMore extends AlteredStorage {
        @Override
        Object answer(Call call) throws Throwable {
            return call.is(UploadStore.class, "count")
                    ? call.with(argument -> argument instanceof Integer most ? most + 1 : argument)
                            .make()
                    : call.make();
        }
    }

    /** Shows what was deleted. */
    static class DeletedFilesShown extends AlteredStorage {
        @Override
        @SuppressWarnings("unchecked")
        Object answer(Call call) throws Throwable {
            if (!call.is(AttachmentStore.class, "on")) {
                return call.make();
            }
            List<AttachmentRecord> all = new ArrayList<>();
            for (boolean deleted : List.of(true, false)) {
                all.addAll(
                        (List<AttachmentRecord>) call.with(argument -> argument instanceof Boolean ? deleted : argument)
                                .make());
            }
            return all;
        }
    }

    /** Orders names as a dictionary would, whatever their case. */
    static class NamesOfADictionary extends AlteredStorage {
        @Override
        @SuppressWarnings("unchecked")
        Object answer(Call call) throws Throwable {
            if (!call.is(AttachmentStore.class, "byStoredName")) {
                return call.make();
            }
            List<AttachmentRecord> found = new ArrayList<>((List<AttachmentRecord>) call.make());
            found.sort((one, other) -> one.storedName()
                    .value()
                    .compareToIgnoreCase(other.storedName().value()));
            return Collections.unmodifiableList(found);
        }
    }

    /** Delivers nothing of what others' directories hold, nor of its own. */
    static class ForeignSpools extends AlteredStorage {
        @Override
        Object answer(Call call) throws Throwable {
            return call.is(AttachmentStore.class, "waiting")
                    ? call.with(argument -> argument instanceof String ? "spool-2" : argument)
                            .make()
                    : call.make();
        }
    }
}
