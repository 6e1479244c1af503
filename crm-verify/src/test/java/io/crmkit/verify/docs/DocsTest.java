package io.crmkit.verify.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.attachment.RefusalCode;
import io.crmkit.error.ErrorCode;
import io.crmkit.error.ViolationCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocsTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern CODE = Pattern.compile("^\\| `([A-Z_]+)` \\|", Pattern.MULTILINE);
    private static final List<String> PARTS =
            List.of("## Status", "## Context", "## Decision", "## Consequences", "## Alternatives");

    @Test
    void everyCodeIsDocumentedAndNoneIsInvented() throws IOException {
        Set<String> codes = new TreeSet<>();
        Arrays.stream(ErrorCode.values()).map(Enum::name).forEach(codes::add);
        Arrays.stream(ViolationCode.values()).map(Enum::name).forEach(codes::add);
        Arrays.stream(RefusalCode.values()).map(Enum::name).forEach(codes::add);

        Set<String> documented = new TreeSet<>();
        Matcher row = CODE.matcher(Files.readString(DOCS.resolve("errors.md")));
        while (row.find()) {
            documented.add(row.group(1));
        }

        assertThat(documented).isEqualTo(codes);
    }

    @Test
    void decisionsAreNumberedWithoutGapsAndHaveAllParts() throws IOException {
        try (Stream<Path> files = Files.list(DOCS.resolve("decisions"))) {
            List<Path> records = files.sorted().toList();
            assertThat(records).isNotEmpty();
            for (int i = 0; i < records.size(); i++) {
                String text = Files.readString(records.get(i));

                assertThat(records.get(i).getFileName().toString()).startsWith(String.format("%04d-", i + 1));
                assertThat(text).startsWith("# " + (i + 1) + ". ").contains(PARTS);
            }
        }
    }
}
