package io.crmkit.verify.attachment;

import io.crmkit.FileInspectors;
import io.crmkit.attachment.FileInspector;
import io.crmkit.attachment.Inspection;
import io.crmkit.attachment.InspectionPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Lets an inspector look at samples. */
final class Look {
    /** How long one look may take, in time of the processor: other processes of a busy machine do not count. */
    static final long MOST_MILLIS = 2_000;

    static final FileInspector STANDARD = FileInspectors.by(InspectionPolicy.standard());

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private Look() {}

    /**
     * What came of a look.
     *
     * @param rest what is in the file afterwards
     */
    record Result(Inspection inspection, Sample rest, long millis) {}

    static Result at(Sample sample) {
        return at(sample, STANDARD);
    }

    static Result at(Sample sample, FileInspector inspector) {
        try {
            Path file = Files.createTempFile("sample", ".bin");
            try {
                Files.write(file, sample.content());
                long begin = CPU.getCurrentThreadCpuTime();
                Inspection found = inspector.clean(file, sample.name());
                long millis = TimeUnit.NANOSECONDS.toMillis(CPU.getCurrentThreadCpuTime() - begin);
                return new Result(found, new Sample(sample.name(), Files.readAllBytes(file)), millis);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
