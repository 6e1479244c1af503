package io.crmkit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proves that the compiler of this build can refuse: each fault is planted, and its sound twin is accepted. */
class CompilerGatesTest {

    private static final String RETURNS_NULL = """
            package planted;

            %s
            final class Nickname {
                private Nickname() {}

                static String of(String name) {
                    return name.isEmpty() ? null : name;
                }
            }
            """;

    private static final String LIST = """
            package planted;

            final class Names {
                private Names() {}

                static int count() {
                    java.util.List%s names = java.util.List.of("علی", "கவிதா", "Sara");
                    return names.size();
                }
            }
            """;

    private static final String DOCUMENTED = """
            package planted;

            /** See {@link %s}. */
            final class Guide {
                private Guide() {}
            }
            """;

    private static final String COMPARES = """
            package planted;

            final class Comparison {
                private Comparison() {}

                static boolean same(String left, int[] right) {
                    return %s;
                }
            }
            """;

    @TempDir
    Path output;

    @Test
    void aNullWhereNoneIsPromisedIsRefused() {
        PlantedSource marked = source("Nickname", RETURNS_NULL.formatted("@org.jspecify.annotations.NullMarked"));

        assertThat(marked.complaints(output))
                .singleElement()
                .asString()
                .startsWith("ERROR")
                .contains("[NullAway]");
    }

    @Test
    void aNullInUnmarkedCodeIsAccepted() {
        PlantedSource unmarked = source("Nickname", RETURNS_NULL.formatted(""));

        assertThat(unmarked.complaints(output)).isEmpty();
    }

    @Test
    void aRawTypeIsRefused() {
        assertThat(source("Names", LIST.formatted("")).complaints(output))
                .singleElement()
                .asString()
                .contains("raw");
        assertThat(source("Names", LIST.formatted("<String>")).complaints(output))
                .isEmpty();
    }

    @Test
    void aBrokenLinkInJavadocIsRefused() {
        assertThat(source("Guide", DOCUMENTED.formatted("Nowhere")).complaints(output))
                .singleElement()
                .asString()
                .contains("reference not found");
        assertThat(source("Guide", DOCUMENTED.formatted("String")).complaints(output))
                .isEmpty();
    }

    @Test
    void aSlipKnownToErrorProneIsRefused() {
        assertThat(source("Comparison", COMPARES.formatted("left.equals(right)"))
                        .complaints(output))
                .singleElement()
                .asString()
                .contains("[EqualsIncompatibleType]");
        assertThat(source("Comparison", COMPARES.formatted("left.length() == right.length"))
                        .complaints(output))
                .isEmpty();
    }

    private static PlantedSource source(String typeName, String code) {
        return new PlantedSource(typeName, code);
    }
}
