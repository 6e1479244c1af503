package io.crmkit.attachment.internal.inspect;

import io.crmkit.attachment.InspectionPolicy;
import io.crmkit.attachment.RefusalCode;
import java.util.stream.IntStream;

/**
 * A PDF must begin with its mark, end with its end mark, say where its table of objects is, and have a catalogue and a
 * page; it must not be encrypted, nor do anything by itself. Its content is not changed. Source: ISO 32000-1, 7.5.
 */
final class Pdf implements TypeInspector {
    private static final String END = "%%EOF";
    private static final String TABLE = "startxref";
    private static final int HEADER = 8;
    /** Some programs count the line end before the table, some do not. */
    private static final int DRIFT = 2;

    @Override
    public Finding inspect(Bytes file, InspectionPolicy policy) {
        checkHeader(file);
        int end = checkEnd(file);
        checkTable(file, end);
        PdfActions actions = new PdfActions(policy.pdfActiveContent());
        PdfScan scan = new PdfScan(file, actions);
        scan.run();
        if (!scan.seen("Catalog") || !scan.seen("Pages") || !scan.seen("Page")) {
            throw Refusal.damaged("The document has no catalogue or no page.");
        }
        return Finding.document(file, actions.finish());
    }

    private static void checkHeader(Bytes file) {
        String version = file.latin(5, HEADER);
        if (!version.matches("1\\.[0-7]|2\\.0")) {
            throw new Refusal(RefusalCode.UNSUPPORTED_VARIANT, "The version of PDF is unknown.");
        }
    }

    private static int checkEnd(Bytes file) {
        int end = file.findLast(END, file.length());
        if (end < 0) {
            throw Refusal.damaged("The end mark is missing.");
        }
        for (int i = end + END.length(); i < file.length(); i++) {
            if (!PdfLexer.space(file.u8(i))) {
                throw new Refusal(
                        RefusalCode.FOREIGN_DATA,
                        (file.length() - end - END.length()) + " bytes follow the end of the document.");
            }
        }
        return end;
    }

    private static void checkTable(Bytes file, int end) {
        int word = file.findLast(TABLE, end);
        PdfLexer lexer = new PdfLexer(file, word + TABLE.length(), end);
        if (word < 0 || lexer.next() != PdfLexer.Kind.INTEGER) {
            throw Refusal.damaged("The document does not say where its table of objects is.");
        }
        int place = Integer.parseInt(lexer.text());
        boolean alone = lexer.next() == PdfLexer.Kind.END;
        if (!alone || place < HEADER || place >= word || !tableNear(file, place)) {
            throw Refusal.damaged("The table of objects is not where the document says.");
        }
    }

    private static boolean tableNear(Bytes file, int place) {
        return IntStream.rangeClosed(place - DRIFT, place + DRIFT).anyMatch(at -> tableAt(file, at));
    }

    private static boolean tableAt(Bytes file, int place) {
        PdfLexer lexer = new PdfLexer(file, place, file.length());
        lexer.next();
        if (lexer.word("xref")) {
            return true;
        }
        boolean numbers = lexer.kind() == PdfLexer.Kind.INTEGER && lexer.next() == PdfLexer.Kind.INTEGER;
        lexer.next();
        return numbers && lexer.word("obj");
    }
}
