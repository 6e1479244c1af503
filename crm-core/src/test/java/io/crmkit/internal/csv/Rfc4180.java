package io.crmkit.internal.csv;

import java.util.ArrayList;
import java.util.List;

/** Reads CSV strictly by the grammar of RFC 4180, without any library. */
final class Rfc4180 {

    private final String text;
    private int at;

    private Rfc4180(String text) {
        this.text = text;
    }

    static List<List<String>> read(String text) {
        Rfc4180 reader = new Rfc4180(text);
        List<List<String>> rows = new ArrayList<>();
        while (reader.at < text.length()) {
            rows.add(reader.row());
        }
        return rows;
    }

    private List<String> row() {
        List<String> cells = new ArrayList<>();
        cells.add(cell());
        while (text.charAt(at) == ',') {
            at++;
            cells.add(cell());
        }
        if (!text.startsWith("\r\n", at)) {
            throw new IllegalStateException("no CR LF at " + at);
        }
        at += 2;
        return cells;
    }

    private String cell() {
        StringBuilder cell = new StringBuilder();
        if (text.charAt(at) == '"') {
            while (text.charAt(++at) != '"' || text.charAt(++at) == '"') {
                cell.append(text.charAt(at));
            }
        } else {
            for (char c = text.charAt(at); c != ',' && c != '\r'; c = text.charAt(++at)) {
                if (c == '"' || c == '\n') {
                    throw new IllegalStateException("bare quote or line feed at " + at);
                }
                cell.append(c);
            }
        }
        return cell.toString();
    }
}
