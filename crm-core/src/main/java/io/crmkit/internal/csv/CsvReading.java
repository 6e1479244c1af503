package io.crmkit.internal.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads CSV files, with any line end, with or without byte order mark. */
public final class CsvReading {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CsvReading() {}

    /**
     * Reads a whole table into memory; the caller limits the size of the input. With
     * {@link CsvOption#FORMULA_GUARD} the guard's apostrophes are taken off. Lines without any character are skipped.
     * Fails with {@link IllegalArgumentException}, naming the row, when there is no header, a row has another number
     * of cells, or quotes are not closed.
     */
    public static CsvTable read(Reader in, Set<CsvOption> options) throws IOException {
        boolean guarded = options.contains(CsvOption.FORMULA_GUARD);
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(withoutByteOrderMark(in))) {
            for (CsvRecord row : csv) {
                List<String> cells = row.getFields();
                rows.add(guarded ? cells.stream().map(FormulaGuard::off).toList() : cells);
            }
        } catch (CsvParseException e) {
            // Without the cause, whose message quotes the content.
            throw new IllegalArgumentException("row " + rows.size() + " is not valid CSV");
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("the table has no header");
        }
        return new CsvTable(rows.get(0), rows.subList(1, rows.size()));
    }

    private static Reader withoutByteOrderMark(Reader in) throws IOException {
        PushbackReader reader = new PushbackReader(in);
        int first = reader.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            reader.unread(first);
        }
        return reader;
    }
}
