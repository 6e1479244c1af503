package io.crmkit.ftp.internal;

import io.crmkit.spi.file.FileName;
import java.util.UUID;

/**
 * Where things are on the server: files in directories named by the two first characters of their names, so that none
 * gets too long and the order of names is kept; what is not finished beside them.
 */
final class Paths {
    static final String UNFINISHED_END = ".part";

    private static final int SHARD = 2;
    private static final String UNFINISHED = "unfinished";

    private final String root;

    /** Below a directory; an empty one is where the login begins. */
    Paths(String directory) {
        root = directory.isEmpty() || directory.endsWith("/") ? directory : directory + "/";
    }

    /** The directory itself, in a form that every server lists. */
    String root() {
        return root.isEmpty() ? "." : root.length() == 1 ? root : root.substring(0, root.length() - 1);
    }

    String file(FileName name) {
        return folder(shard(name)) + "/" + name.value();
    }

    String folder(String shard) {
        return root + shard;
    }

    String unfinished() {
        return root + UNFINISHED;
    }

    /** A place that nobody else uses. */
    String newPart() {
        return unfinished() + "/" + UUID.randomUUID() + UNFINISHED_END;
    }

    static String shard(FileName name) {
        return name.value().substring(0, Math.min(SHARD, name.value().length()));
    }

    /** Says whether a directory may be one of those with files. */
    static boolean isShard(String name) {
        return name.matches("[A-Za-z0-9][A-Za-z0-9._-]?");
    }
}
