package io.crmkit.internal.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * Writes one CSV file row by row: RFC 4180, UTF-8, lines ended by CR LF, quotes only where needed. For one thread. The
 * target stays open; {@link #flush()} ends the writing.
 */
public final class CsvWriting {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final CsvWriter csv;
    private final List<String> header;
    private final boolean guarded;
    private long rows;

    private CsvWriting(Writer out, List<String> header, Set<CsvOption> options) throws IOException {
        if (options.contains(CsvOption.BYTE_ORDER_MARK)) {
            out.write(BYTE_ORDER_MARK);
        }
        // A line without any character would be taken for no row at all.
        QuoteStrategy quotes = header.size() == 1 ? QuoteStrategies.EMPTY : QuoteStrategies.REQUIRED;
        this.csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(quotes)
                .build(out);
        this.header = List.copyOf(header);
        this.guarded = options.contains(CsvOption.FORMULA_GUARD);
        write(header);
    }

    /** Begins a file in {@code out} and writes the header, which has at least one column. */
    public static CsvWriting to(Writer out, List<String> header, Set<CsvOption> options) throws IOException {
        if (header.isEmpty()) {
            throw new IllegalArgumentException("the table has no columns");
        }
        return new CsvWriting(out, header, options);
    }

    /** Begins a file in {@code out}, encoded as UTF-8. */
    public static CsvWriting to(OutputStream out, List<String> header, Set<CsvOption> options) throws IOException {
        return to(new OutputStreamWriter(out, StandardCharsets.UTF_8), header, options);
    }

    /** Writes a row; fails with {@link IllegalArgumentException} when it is not as long as the header. */
    public CsvWriting row(List<String> cells) {
        rows++;
        CsvTable.requireSameLength(cells, header, rows);
        write(cells);
        return this;
    }

    /** Hands everything written so far to the target. */
    public void flush() throws IOException {
        csv.flush();
    }

    private void write(List<String> cells) {
        csv.writeRecord(guarded ? cells.stream().map(FormulaGuard::on).toList() : cells);
    }
}
