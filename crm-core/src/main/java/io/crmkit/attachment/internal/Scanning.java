package io.crmkit.attachment.internal;

import io.crmkit.attachment.FileRefusedException;
import io.crmkit.attachment.FileType;
import io.crmkit.attachment.RefusalCode;
import io.crmkit.file.AttachmentSettings;
import io.crmkit.spi.file.FileScanner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks the host's scanner, for a limited time. Each look has a thread of its own: one that never ends holds up nobody but
 * itself, and when as many hang as may look together, files are refused instead.
 */
final class Scanning {
    private static final int LONGEST_FINDING = 200;

    private final Optional<FileScanner> scanner;
    private final Duration time;
    private final Semaphore looks;

    Scanning(AttachmentSettings settings) {
        this.scanner = settings.scanner();
        this.time = settings.scanTime();
        this.looks = new Semaphore(settings.policy().concurrent());
    }

    /** @throws FileRefusedException if something was found, or nobody can tell */
    void scan(Path file, FileType type) {
        if (scanner.isEmpty()) {
            return;
        }
        FutureTask<Optional<String>> look =
                new FutureTask<>(() -> Objects.requireNonNull(scanner.get().scan(file, type)));
        Optional<String> found = answer(look);
        if (found.isPresent()) {
            String finding = found.get()
                    .codePoints()
                    .filter(c -> !Character.isISOControl(c))
                    .limit(LONGEST_FINDING)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            throw new FileRefusedException(RefusalCode.HARMFUL, "the scanner found " + finding);
        }
    }

    private Optional<String> answer(FutureTask<Optional<String>> look) {
        long end = System.nanoTime() + time.toNanos();
        try {
            if (!looks.tryAcquire(time.toNanos(), TimeUnit.NANOSECONDS)) {
                throw failed("is busy with other files");
            }
            start(look);
            return look.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw failed("did not answer within " + time);
        } catch (ExecutionException e) {
            throw failed("failed with "
                    + Objects.requireNonNullElse(e.getCause(), e).getClass().getName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("was interrupted");
        } finally {
            look.cancel(true);
        }
    }

    private void start(FutureTask<Optional<String>> look) {
        Thread thread = new Thread(
                () -> {
                    try {
                        look.run();
                    } finally {
                        looks.release();
                    }
                },
                "crmkit-scan");
        thread.setDaemon(true);
        boolean started = false;
        try {
            thread.start();
            started = true;
        } finally {
            if (!started) {
                looks.release();
            }
        }
    }

    private static FileRefusedException failed(String how) {
        return new FileRefusedException(RefusalCode.SCAN_FAILED, "the scanner " + how);
    }
}
