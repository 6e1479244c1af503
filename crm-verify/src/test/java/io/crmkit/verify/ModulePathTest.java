package io.crmkit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The library works for hosts that run on the module path, and shows them nothing internal. */
class ModulePathTest {

    private static final Set<String> OURS =
            Set.of("io.crmkit.core", "io.crmkit.ftp", "io.crmkit.storage.memory", "io.crmkit.testkit");

    /** What a host gets with the four modules, by the names of the files. */
    private static final List<String> FILES = List.of(
            "crm-core",
            "crm-ftp",
            "crm-storage-memory",
            "crm-testkit",
            "apiguardian-api",
            "commons-io",
            "commons-net",
            "fastcsv",
            "java8-shim",
            "jmustache",
            "jspecify",
            "junit-jupiter-api",
            "junit-platform-commons",
            "libphonenumber",
            "opentest4j",
            "owasp-java-html-sanitizer",
            "pcollections",
            "slf4j-api",
            "tika-core");

    @Test
    void allModulesResolveTogether() {
        Configuration resolved = ModuleLayer.boot().configuration().resolve(modules(), ModuleFinder.of(), OURS);

        ModuleLayer layer =
                ModuleLayer.boot().defineModulesWithOneLoader(resolved, ClassLoader.getPlatformClassLoader());

        assertThat(layer.modules()).extracting(Module::getName).containsAll(OURS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.crmkit.core", "io.crmkit.ftp", "io.crmkit.storage.memory", "io.crmkit.testkit"})
    void nothingInternalIsExported(String name) {
        ModuleDescriptor module = modules().find(name).orElseThrow().descriptor();

        assertThat(module.exports())
                .filteredOn(exported -> !exported.isQualified())
                .extracting(ModuleDescriptor.Exports::source)
                .noneMatch(exported -> exported.endsWith(".internal") || exported.contains(".internal."));
    }

    private static ModuleFinder modules() {
        return ModuleFinder.of(Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> FILES.stream().anyMatch(file -> entry.contains(File.separator + file)))
                .map(Path::of)
                .toArray(Path[]::new));
    }
}
