package io.crmkit.verify.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.FileInspectors;
import io.crmkit.attachment.ActiveContent;
import io.crmkit.attachment.ContentWarning;
import io.crmkit.attachment.FileType;
import io.crmkit.attachment.Inspection;
import io.crmkit.attachment.InspectionPolicy;
import io.crmkit.attachment.RefusalCode;
import io.crmkit.error.InvalidRequestException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InspectionPolicyTest {
    private static final InspectionPolicy STANDARD = InspectionPolicy.standard();

    @Test
    void onlyAllowedTypesAreLetIn() {
        InspectionPolicy picturesOnly = STANDARD.withTypes(Set.of(FileType.PNG, FileType.JPEG));

        assertThat(at(Sample.kept("libreoffice.pdf"), picturesOnly))
                .isInstanceOfSatisfying(
                        Inspection.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(RefusalCode.TYPE_NOT_ALLOWED));
        assertThat(at(MadeImages.photo("png"), picturesOnly).accepted()).isTrue();
    }

    @Test
    void theLastByteAllowedIsAllowed() {
        Sample photo = MadeImages.photo("png");

        assertThat(at(photo, STANDARD.withMaxBytes(photo.length())).accepted()).isTrue();
        assertThat(at(photo, STANDARD.withMaxBytes(photo.length() - 1)).accepted())
                .isFalse();
    }

    @Test
    void theLastPixelAllowedIsAllowed() {
        Sample photo = MadeImages.photo("gif");

        assertThat(at(photo, STANDARD.withPixels(120 * 80, 120)).accepted()).isTrue();
        assertThat(at(photo, STANDARD.withPixels(120 * 80 - 1, 120)).accepted()).isFalse();
        assertThat(at(photo, STANDARD.withPixels(120 * 80, 119)).accepted()).isFalse();
    }

    @Test
    void anActivePdfMayBeLetInWithAWarning() {
        InspectionPolicy warning = STANDARD.withPdfActiveContent(ActiveContent.WARN);
        Sample active = PdfForge.with("/OpenAction<</S/JavaScript/JS(a)>>");

        assertThat(at(active, warning))
                .isInstanceOfSatisfying(
                        Inspection.Accepted.class,
                        accepted -> assertThat(accepted.warnings())
                                .contains(ContentWarning.SCRIPT, ContentWarning.AUTOMATIC_ACTION));
    }

    @Test
    void anEncryptedPdfIsRefusedAllTheSame() {
        InspectionPolicy warning = STANDARD.withPdfActiveContent(ActiveContent.WARN);

        assertThat(HostilePdfs.all())
                .filteredOn(hostile -> hostile.expected().contains(RefusalCode.ENCRYPTED))
                .isNotEmpty()
                .allSatisfy(hostile ->
                        assertThat(at(hostile.file(), warning).accepted()).isFalse());
    }

    @Test
    void allWrongLimitsAreNamedTogether() {
        assertThatThrownBy(() -> new InspectionPolicy(0, Set.of(), 40_000_001, 0, ActiveContent.REFUSE, 65))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.violations()).hasSize(5));
        assertThatThrownBy(() -> STANDARD.withMaxBytes(5_242_881)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void aFileThatIsNotThereIsNoFinding() {
        assertThatThrownBy(() -> Look.STANDARD.inspect(Path.of("there-is-none.png"), "a.png"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageNotContaining("there-is-none");
    }

    private static Inspection at(Sample sample, InspectionPolicy policy) {
        return Look.at(sample, FileInspectors.by(policy)).inspection();
    }
}
