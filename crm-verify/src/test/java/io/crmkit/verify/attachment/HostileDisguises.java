package io.crmkit.verify.attachment;

import io.crmkit.attachment.FileType;
import io.crmkit.attachment.RefusalCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Files of real programs that pretend to be of another type, or that carry something in front or behind. */
final class HostileDisguises {
    private static final List<String> FRONTS =
            List.of("\u00EF\u00BB\u00BF", "\r\n", "MZ\u0090\0", "<html>", "#!/bin/sh\n", "\0");
    private static final Map<String, byte[]> BEHIND = Map.of(
            "page", Bits.latin("<html><script>alert(1)</script></html>"),
            "program", Bits.latin("<?php system($_GET[0]); ?>"),
            "archive", ZipForge.jar(),
            "executable", Bits.latin("MZ\u0090\0\u0003\0\0\0"),
            "letter", Bits.latin("x"));

    private HostileDisguises() {}

    static List<Hostile> all() {
        List<Hostile> all = new ArrayList<>();
        for (Sample file : GoodFiles.kept()) {
            all.addAll(underOtherNames(file));
            all.addAll(behindSomething(file));
            all.addAll(beforeSomething(file));
        }
        return all;
    }

    private static Optional<FileType> typeOf(Sample file) {
        return FileType.ofExtension(file.name().substring(file.name().lastIndexOf('.') + 1));
    }

    private static List<Hostile> underOtherNames(Sample file) {
        return Stream.concat(
                        Stream.of(FileType.values())
                                .filter(type -> !typeOf(file).equals(Optional.of(type)))
                                .map(FileType::extension),
                        Stream.of("html"))
                .map(extension ->
                        Hostile.of(file + " disguised", file.as("a." + extension), RefusalCode.EXTENSION_MISMATCH))
                .toList();
    }

    private static List<Hostile> behindSomething(Sample file) {
        return FRONTS.stream()
                .map(front -> new Sample(file.name(), Bits.joined(Bits.latin(front), file.content())))
                .map(late -> Hostile.of("late beginning", late, RefusalCode.UNKNOWN_TYPE))
                .toList();
    }

    /** A DOC and a DOCX say where they end in ways of their own, so that more than one reason is right. */
    private static List<Hostile> beforeSomething(Sample file) {
        return BEHIND.entrySet().stream()
                .map(more -> Hostile.of(
                        more.getKey() + " behind",
                        file.plus(more.getValue()),
                        RefusalCode.FOREIGN_DATA,
                        RefusalCode.DAMAGED))
                .toList();
    }
}
