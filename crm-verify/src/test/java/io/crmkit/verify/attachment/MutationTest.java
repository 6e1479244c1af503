package io.crmkit.verify.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.attachment.Inspection;
import io.crmkit.attachment.RefusalCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Changes at random, which a format may or may not notice; an inspector must finish, in time and with a finding. */
class MutationTest {
    private static final int SCALE = Integer.getInteger("crm.proof.scale", 1);
    private static final int ROUNDS = 60 * SCALE;
    private static final long SEED = 20_261_125;

    @Test
    void whateverChangesAnInspectionEndsWithAFinding(TestReporter reporter) {
        Random random = new Random(SEED);
        List<String> faults = new ArrayList<>();
        int refused = 0;
        for (Sample file : GoodFiles.kept()) {
            for (int round = 0; round < ROUNDS; round++) {
                Look.Result result = Look.at(changed(file, random));
                if (result.inspection() instanceof Inspection.Refused refusal) {
                    refused++;
                    if (refusal.code() == RefusalCode.INSPECTION_FAILED) {
                        faults.add(file + " in round " + round + ": " + refusal.reason());
                    }
                }
                if (result.millis() > Look.MOST_MILLIS) {
                    faults.add(file + " in round " + round + ": " + result.millis() + " ms");
                }
            }
        }
        reporter.publishEntry(
                "files changed at random", GoodFiles.kept().size() * ROUNDS + ", of them refused " + refused);

        assertThat(faults).isEmpty();
    }

    private static Sample changed(Sample file, Random random) {
        byte[] content = file.content();
        for (int i = random.nextInt(8); i >= 0; i--) {
            int at = random.nextInt(random.nextBoolean() ? Math.min(content.length, 600) : content.length);
            switch (random.nextInt(3)) {
                case 0 -> content[at] = (byte) random.nextInt(256);
                case 1 -> content[at] = (byte) (random.nextBoolean() ? 0xFF : 0);
                default ->
                    System.arraycopy(
                            content, random.nextInt(content.length - 4), content, Math.min(at, content.length - 4), 4);
            }
        }
        return new Sample(file.name(), content);
    }
}
