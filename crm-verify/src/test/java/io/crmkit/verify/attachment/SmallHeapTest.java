package io.crmkit.verify.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.attachment.RefusalCode;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** All files, one after the other, in a process with little memory. */
class SmallHeapTest {
    @Test
    void bombsAndTheLargestFilesNeedLittleMemoryAndTime(@TempDir Path folder, TestReporter reporter) throws Exception {
        Path report = folder.resolve("report.txt");
        write(folder.resolve("files"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeapTest.class.getName(),
                        folder.resolve("files").toString(),
                        report.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();

        assertThat(process.waitFor()).isZero();
        List<String> lines = Files.readAllLines(report);
        reporter.publishEntry("in 128 MiB", lines.get(0));
        assertThat(lines).hasSize(1);
    }

    private static void write(Path target) throws IOException {
        List<Sample> good = new ArrayList<>(GoodFiles.all());
        good.addAll(LargeFiles.all());
        List<Hostile> hostile = HostileFilesTest.files();
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(target)))) {
            out.writeInt(good.size() + hostile.size());
            for (Sample file : good) {
                write(out, true, file);
            }
            for (Hostile file : hostile) {
                write(out, false, file.file());
            }
        }
    }

    private static void write(DataOutputStream out, boolean good, Sample file) throws IOException {
        out.writeBoolean(good);
        out.writeUTF(file.name());
        out.writeInt(file.length());
        out.write(file.content());
    }

    /** Writes one line about all looks, and one for each fault. */
    public static void main(String[] args) throws IOException {
        // The first look loads what all others use.
        Look.at(MadeImages.photo("png"));
        List<String> lines = new ArrayList<>();
        long slowest = 0;
        int looks = 0;
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(Path.of(args[0]))))) {
            for (int left = in.readInt(); left > 0; left--) {
                boolean good = in.readBoolean();
                Sample file = new Sample(in.readUTF(), in.readNBytes(in.readInt()));
                Look.Result result = Look.at(file);
                looks++;
                slowest = Math.max(slowest, result.millis());
                boolean failed = result.inspection().toString().contains(RefusalCode.INSPECTION_FAILED.name());
                if (result.inspection().accepted() != good || failed || result.millis() > Look.MOST_MILLIS) {
                    lines.add(file + " " + result.inspection() + " in " + result.millis() + " ms");
                }
            }
        }
        lines.add(0, looks + " looks, the slowest " + slowest + " ms");
        Files.write(Path.of(args[1]), lines);
    }
}
