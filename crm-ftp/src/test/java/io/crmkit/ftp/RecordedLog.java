package io.crmkit.ftp;

import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes the place of the platform's log and keeps what the store says. */
public final class RecordedLog extends System.LoggerFinder {
    static final List<String> LINES = new CopyOnWriteArrayList<>();

    /** For the service loader. */
    public RecordedLog() {}

    @Override
    public System.Logger getLogger(String name, Module module) {
        return new Recording(name);
    }

    private record Recording(String name) implements System.Logger {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
            record(level, message);
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
            record(level, format);
        }

        private void record(Level level, String message) {
            if (name.startsWith("io.crmkit")) {
                LINES.add(level + " " + message);
            }
        }
    }
}
