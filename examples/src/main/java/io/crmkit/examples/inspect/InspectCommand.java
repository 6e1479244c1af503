package io.crmkit.examples.inspect;

import io.crmkit.FileInspectors;
import io.crmkit.attachment.Dimensions;
import io.crmkit.attachment.FileInspector;
import io.crmkit.attachment.Inspection;
import io.crmkit.attachment.InspectionPolicy;
import io.crmkit.attachment.OriginalName;
import io.crmkit.examples.Console;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** {@code inspect FILE...}: one line for each file; none is changed. */
public final class InspectCommand {
    private static final int REFUSED = 1;
    private static final int WRONG_USE = 2;

    private InspectCommand() {}

    /** Inspects; 0 if all files are let in, 1 if one is refused, 2 if there is none or one cannot be read. */
    public static int run(List<String> files, Console console) {
        FileInspector inspector = FileInspectors.by(InspectionPolicy.standard());
        int code = files.isEmpty() ? WRONG_USE : 0;
        for (String file : files) {
            String name = String.valueOf(Path.of(file).getFileName());
            try {
                Inspection found = inspector.inspect(Path.of(file), name);
                console.print(line(found) + " " + OriginalName.of(name).value());
                code = found.accepted() ? code : Math.max(code, REFUSED);
            } catch (UncheckedIOException e) {
                console.err().println("Cannot be read: " + file);
                code = WRONG_USE;
            }
        }
        return code;
    }

    private static String line(Inspection found) {
        if (found instanceof Inspection.Accepted accepted) {
            String size = accepted.dimensions().map(Dimensions::toString).orElse("-");
            return "ACCEPT " + accepted.type().mediaType() + " " + size;
        }
        return "REFUSE " + ((Inspection.Refused) found).code();
    }
}
