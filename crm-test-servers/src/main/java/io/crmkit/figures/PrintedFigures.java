package io.crmkit.figures;

import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Prints what tests publish about themselves, such as how many cells of a matrix were tried; Surefire shows none of it. */
public final class PrintedFigures implements TestExecutionListener {
    /** For the launcher, which finds it by its service file. */
    public PrintedFigures() {}

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        entry.getKeyValuePairs()
                .forEach((what, figure) ->
                        System.out.println("[FIGURE] " + test.getDisplayName() + ": " + what + ": " + figure));
    }
}
