package io.crmkit.examples.find;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of a file of comma-separated values, with the names of the first row. */
final class CsvRows {
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private final StringBuilder value = new StringBuilder();

    private CsvRows() {}

    /**
     * Reads a file in UTF-8.
     *
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if one of these names is missing
     */
    static List<Map<String, String>> of(Path file, String... names) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        CsvRows csv = new CsvRows();
        csv.read(text.isEmpty() || text.charAt(0) != BYTE_ORDER_MARK ? text : text.substring(1));
        List<String> header = csv.rows.isEmpty() ? List.of() : csv.rows.get(0);
        if (!header.containsAll(List.of(names))) {
            throw new IllegalArgumentException(file + " needs a first line with the columns " + List.of(names) + ".");
        }
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> values : csv.rows.subList(1, csv.rows.size())) {
            Map<String, String> named = new HashMap<>();
            for (int i = 0; i < header.size(); i++) {
                named.put(header.get(i), i < values.size() ? values.get(i) : "");
            }
            rows.add(named);
        }
        return rows;
    }

    private void read(String text) {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                boolean doubled = quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
                if (doubled) {
                    value.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (quoted || (c != ',' && c != '\n' && c != '\r')) {
                value.append(c);
            } else if (c != '\r') {
                endValue();
                if (c == '\n') {
                    endRow();
                }
            }
        }
        endValue();
        endRow();
    }

    private void endValue() {
        row.add(value.toString());
        value.setLength(0);
    }

    private void endRow() {
        if (row.size() > 1 || !row.get(0).isEmpty()) {
            rows.add(row);
        }
        row = new ArrayList<>();
    }
}
