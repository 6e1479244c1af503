package io.crmkit.internal.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV file row by row, however long it is, in UTF-8 with or without byte order mark; the guard against formulas is
 * taken off. Bytes that are no UTF-8 become {@link #LOST}. For one thread. The source stays open.
 */
public final class CsvRows {
    /** Stands for bytes that are no UTF-8, as it does in files that were converted before. */
    public static final char LOST = '\uFFFD';

    /** No row of customers is longer; a quote that is not closed would be one. */
    private static final int LONGEST_ROW = 1 << 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Iterator<CsvRecord> records;
    private long line;

    private CsvRows(Iterator<CsvRecord> records) {
        this.records = records;
    }

    /**
     * A row.
     *
     * @param line where it begins, from 1
     */
    public record Row(long line, List<String> cells) {}

    /** A file cannot be read on, since it is no CSV from there on. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private Unreadable(long line) {
            super("behind line " + line);
        }
    }

    /** Begins to read. */
    public static CsvRows of(InputStream in, char separator) throws IOException {
        Reader text = new InputStreamReader(in, StandardCharsets.UTF_8);
        CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_ROW)
                .build(
                        CsvRecordHandler.builder()
                                .maxFieldSize(LONGEST_ROW)
                                .maxRecordSize(LONGEST_ROW)
                                .build(),
                        new WithoutMark(text));
        return new CsvRows(csv.iterator());
    }

    /** Takes the byte order mark off when the first character is asked for, so that nothing is read before. */
    private static final class WithoutMark extends PushbackReader {
        private boolean begun;

        WithoutMark(Reader in) {
            super(in);
        }

        @Override
        public int read(char[] buffer, int from, int length) throws IOException {
            if (!begun) {
                begun = true;
                int first = super.read();
                if (first >= 0 && first != BYTE_ORDER_MARK) {
                    unread(first);
                }
            }
            return super.read(buffer, from, length);
        }
    }

    /**
     * The next row; null behind the last.
     *
     * @throws Unreadable if what follows is no CSV
     */
    public @Nullable Row next() throws Unreadable, IOException {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord next = records.next();
            line = next.getStartingLineNumber();
            return new Row(
                    line, next.getFields().stream().map(FormulaGuard::off).toList());
        } catch (CsvParseException e) {
            // Without the cause, whose message quotes the content.
            throw new Unreadable(line);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
