package io.crmkit.verify.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.attachment.FileType;
import io.crmkit.attachment.Inspection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoodFilesTest {
    static List<Sample> files() {
        return GoodFiles.all();
    }

    @ParameterizedTest
    @MethodSource("files")
    void aGoodFileIsLetIn(Sample file) {
        Look.Result result = Look.at(file);

        assertThat(result.inspection()).isInstanceOfSatisfying(Inspection.Accepted.class, accepted -> {
            String extension = file.name().substring(file.name().lastIndexOf('.') + 1);
            assertThat(FileType.ofExtension(extension)).isEqualTo(Optional.of(accepted.type()));
            assertThat(accepted.dimensions().isPresent())
                    .isEqualTo(accepted.type().image());
            assertThat(accepted.size()).isEqualTo(result.rest().length());
            assertThat(accepted.warnings()).isEmpty();
        });
        assertThat(result.millis()).isLessThan(Look.MOST_MILLIS);
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatWasCleanedOnceIsCleanForEver(Sample file) {
        Look.Result first = Look.at(file);

        Look.Result second = Look.at(first.rest());

        assertThat(second.inspection()).isInstanceOfSatisfying(Inspection.Accepted.class, accepted -> {
            assertThat(accepted.cleaned()).isFalse();
            assertThat(accepted.sha256()).isEqualTo(((Inspection.Accepted) first.inspection()).sha256());
        });
    }

    @Test
    void theyAreMany(TestReporter reporter) {
        reporter.publishEntry("good files", String.valueOf(files().size()));

        assertThat(GoodFiles.kept()).hasSizeGreaterThanOrEqualTo(50);
        assertThat(files()).hasSizeGreaterThanOrEqualTo(200);
    }
}
