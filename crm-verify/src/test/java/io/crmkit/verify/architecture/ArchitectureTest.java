package io.crmkit.verify.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchitectureTest {
    private static final String BASE = "io.crmkit";
    private static final String PLANTED = "io.crmkit.verify.planted";
    private static final int LEAST_CLASSES = 300;

    private static final JavaClasses LIBRARY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(
                    location -> !location.contains("/crm-verify/") && !location.contains("/io/crmkit/verify/"))
            .withImportOption(location -> !location.contains("/io/crmkit/servers/"))
            .importPackages(BASE);
    private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages(PLANTED);

    @Test
    void theWholeLibraryIsLookedAt() {
        assertThat(LIBRARY.size()).isGreaterThan(LEAST_CLASSES);
        assertThat(LIBRARY.contain("io.crmkit.Crm")).isTrue();
        assertThat(LIBRARY.contain("io.crmkit.storage.memory.MemoryStorage")).isTrue();
        assertThat(LIBRARY.contain("io.crmkit.storage.jpa.JpaStorage")).isTrue();
        assertThat(LIBRARY.contain("io.crmkit.ftp.FtpFileStore")).isTrue();
        assertThat(LIBRARY.contain("io.crmkit.testkit.CrmStorageContract")).isTrue();
        assertThat(LIBRARY.stream().map(c -> c.getPackageName())).noneMatch(p -> p.startsWith("io.crmkit.verify"));
    }

    @ParameterizedTest
    @EnumSource
    void theLibraryKeeps(Rules rule) {
        rule.below(BASE).check(LIBRARY);
    }

    @ParameterizedTest
    @EnumSource
    void aPlantedViolationIsSeenBy(Rules rule) {
        assertThat(rule.below(PLANTED).evaluate(VIOLATIONS).hasViolation()).isTrue();
    }
}
