package io.crmkit.storage.jpa.internal.schema;

import io.crmkit.storage.jpa.internal.sql.Database;
import io.crmkit.storage.jpa.internal.sql.Naming;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One script as it is in the jar.
 *
 * @param version its place, from 1; 0 for the tables that keep the history itself
 * @param name the file's name
 * @param text the file's text, in which names still stand in braces
 */
record Script(int version, String name, String text) {
    /** All scripts that change tables, in order; each is a file of that name for each database. */
    private static final List<String> NAMES = List.of("V1__tables.sql");

    private static final String HISTORY = "history.sql";
    private static final Pattern NAME = Pattern.compile("\\{(index:)?([a-z_]+)}");
    private static final Pattern COMMENT = Pattern.compile("(?m)^--.*$\\R?");
    private static final Pattern END_OF_STATEMENT = Pattern.compile(";\\s*(\\R|$)");

    static List<Script> all(Database database) {
        return NAMES.stream().map(name -> load(database, name)).toList();
    }

    static Script history(Database database) {
        return load(database, HISTORY);
    }

    private static Script load(Database database, String name) {
        String path = database.word() + "/" + name;
        try (InputStream in = Script.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the jar is incomplete: " + path + " is missing");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Script(NAMES.indexOf(name) + 1, name, text);
        } catch (IOException e) {
            throw new UncheckedIOException("the jar cannot be read", e);
        }
    }

    /** The text with names as the database wants them. */
    String resolved(Database database, Naming naming) {
        return NAME.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(name(match.group(1), match.group(2), database, naming)));
    }

    private static String name(String kind, String name, Database database, Naming naming) {
        boolean index = kind != null;
        return index && database != Database.H2
                ? database.quoted(naming.table(name))
                : naming.qualified(database, name);
    }

    /** The statements, ready to run. */
    List<String> statements(Database database, Naming naming) {
        String bare = COMMENT.matcher(resolved(database, naming)).replaceAll("");
        return Arrays.stream(END_OF_STATEMENT.split(bare))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    /** Tells whether the file was changed after it was run. Names do not matter, nor how lines end. */
    String checksum() {
        try {
            byte[] bytes = text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
