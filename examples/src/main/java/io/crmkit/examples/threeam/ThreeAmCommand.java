package io.crmkit.examples.threeam;

import io.crmkit.examples.Console;
import java.util.List;
import java.util.Set;

/** {@code three-am [--lang fa|ta|en]}. */
public final class ThreeAmCommand {
    private ThreeAmCommand() {}

    /** Runs it. @return 0, 1 if something was not as it should be, 2 if the options are bad */
    public static int run(List<String> options, Console console) {
        String language = options.isEmpty() ? "fa" : options.get(options.size() - 1);
        boolean good = options.isEmpty()
                || (options.size() == 2
                        && options.get(0).equals("--lang")
                        && Set.of("fa", "ta", "en").contains(language));
        if (!good) {
            console.err().println("Usage: three-am [--lang fa|ta|en]");
            return 2;
        }
        try (Desk desk = new Desk()) {
            return new ThreeAm(language, console, desk).tell();
        }
    }
}
