package io.crmkit.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hibernate.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HibernateVersionTest {
    @Test
    void theTestsRunWithTheVersionThatTheBuildNames() {
        assertThat(Version.getVersionString()).isEqualTo(System.getProperty("hibernate.expected"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"6.6.0.Final", "6.6.99.Final", "7.1.35.Final", "7.2.0.Final", "7.4.6.Final", "7.3.13.Final"})
    void versionsOfTheTestedLinesAndBetweenAreTaken(String version) {
        assertThatCode(() -> HibernateVersion.check(version)).doesNotThrowAnyException();
    }

    @Test
    void aVersionThatCannotBeToldIsTaken() {
        assertThatCode(() -> HibernateVersion.check("[WORKING]")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.6.15.Final", "6.5.3.Final", "6.60.0.Final", "8.0.0.Beta1"})
    void othersAreRefusedWithTheOnesThatWereTested(String version) {
        assertThatThrownBy(() -> HibernateVersion.check(version))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("6.6, 7.1, 7.2, 7.4")
                .hasMessageContaining(version);
    }
}
