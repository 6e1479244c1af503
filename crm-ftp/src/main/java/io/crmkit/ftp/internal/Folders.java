package io.crmkit.ftp.internal;

import java.io.IOException;

/** Makes directories. Whether one is there already no answer says for sure, so what comes after it shows that. */
final class Folders {
    private Folders() {}

    /** Makes a directory and all above it, as far as they are missing. */
    static void make(Connection connection, String path) throws IOException {
        int end = path.indexOf('/', 1);
        while (end > 0) {
            connection.command("MKD", path.substring(0, end));
            end = path.indexOf('/', end + 1);
        }
        connection.command("MKD", path);
    }
}
