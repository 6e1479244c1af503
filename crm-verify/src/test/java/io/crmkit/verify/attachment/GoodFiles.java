package io.crmkit.verify.attachment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Files that must be let in: those that real programs made, and those that libraries make here. */
final class GoodFiles {
    private GoodFiles() {}

    static List<Sample> all() {
        List<Sample> all = new ArrayList<>(kept());
        all.addAll(MadeImages.all());
        all.addAll(MadeDocuments.all());
        return all;
    }

    /** The files of the folder {@code good}, which {@code make-samples.sh} made. */
    static List<Sample> kept() {
        try (Stream<Path> files = Files.list(Path.of(
                Objects.requireNonNull(GoodFiles.class.getResource("good")).toURI()))) {
            return files.map(file -> file.getFileName().toString())
                    .sorted()
                    .map(Sample::kept)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Sample> ofType(String... extensions) {
        return kept().stream()
                .filter(sample ->
                        Stream.of(extensions).anyMatch(e -> sample.name().endsWith("." + e)))
                .toList();
    }
}
