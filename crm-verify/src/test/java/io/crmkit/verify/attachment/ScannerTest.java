package io.crmkit.verify.attachment;

import static io.crmkit.verify.Desk.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.attachment.AttachmentState;
import io.crmkit.attachment.FileRefusedException;
import io.crmkit.attachment.FileType;
import io.crmkit.attachment.RefusalCode;
import io.crmkit.spi.file.FileScanner;
import io.crmkit.storage.memory.MemoryStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scanner of the host's: no answer is never a good one. */
class ScannerTest {
    @TempDir
    private Path spool;

    private FileDesk with(FileScanner scanner, Duration time) {
        return new FileDesk(spool, MemoryStorage.create(), settings -> settings.withScanner(scanner, time));
    }

    private FileDesk with(FileScanner scanner) {
        return with(scanner, Duration.ofMinutes(1));
    }

    private static RefusalCode refusedWith(FileDesk files) {
        RefusalCode code = refusal(FileRefusedException.class, files::onNote).refusal();
        assertThat(files.spooled()).isEmpty();
        assertThat(files.store.calls()).isZero();
        return code;
    }

    @Test
    void aHarmlessFileIsLookedAtAsItWillBeStored() {
        List<String> seen = new ArrayList<>();
        try (FileDesk files = with((file, type) -> {
            seen.add(type + " " + Files.size(file));
            return Optional.empty();
        })) {
            assertThat(files.onNote().state()).isEqualTo(AttachmentState.STORED);
            assertThat(seen).containsExactly(FileType.PNG + " " + FileDesk.PICTURE.length);
        }
    }

    @Test
    void aFindingRefusesTheFile() {
        try (FileDesk files = with((file, type) -> Optional.of("EICAR\r\n" + "x".repeat(500)))) {
            FileRefusedException refusal = refusal(FileRefusedException.class, files::onNote);

            assertThat(refusal.refusal()).isEqualTo(RefusalCode.HARMFUL);
            assertThat(refusal.getMessage())
                    .contains("EICARxxx")
                    .hasSizeLessThan(300)
                    .doesNotContain("\n");
            assertThat(files.spooled()).isEmpty();
        }
    }

    @Test
    void aScannerThatFailsRefusesTheFile() {
        try (FileDesk files = with((file, type) -> {
            throw new IOException("the socket of the scanner is gone");
        })) {
            assertThat(refusedWith(files)).isEqualTo(RefusalCode.SCAN_FAILED);
        }
    }

    @Test
    void aScannerThatFailsWithAnErrorRefusesTheFile() {
        try (FileDesk files = with((file, type) -> {
            throw new StackOverflowError();
        })) {
            assertThat(refusedWith(files)).isEqualTo(RefusalCode.SCAN_FAILED);
        }
    }

    @Test
    void aScannerThatDoesNotAnswerInTimeRefusesTheFileAndIsInterrupted() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        FileScanner silent = (file, type) -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return Optional.empty();
        };
        try (FileDesk files = with(silent, Duration.ofMillis(50))) {
            assertThat(refusedWith(files)).isEqualTo(RefusalCode.SCAN_FAILED);
            assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void scannersThatNeverEndHoldUpNobodyForLong() {
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        FileScanner deaf = (file, type) -> {
            begun.incrementAndGet();
            while (end.getCount() > 0) {
                Thread.onSpinWait();
            }
            return Optional.empty();
        };
        try (FileDesk files = with(deaf, Duration.ofMillis(20))) {
            for (int i = 0; i < 5; i++) {
                assertThat(refusedWith(files)).isEqualTo(RefusalCode.SCAN_FAILED);
            }
            assertThat(begun.get()).as("no more threads than may look together").isEqualTo(2);
        } finally {
            end.countDown();
        }
    }
}
