package io.crmkit.internal.csv;

/**
 * Keeps spreadsheets from taking the text of a customer for a formula: a leading apostrophe makes it text. Exactly
 * reversible, so that exported phone numbers such as {@code +98…} come back unchanged.
 */
final class FormulaGuard {

    private static final char APOSTROPHE = '\'';
    private static final String FORMULA_STARTS = "=+-@＝＋－＠﹦﹢﹣﹫";
    private static final String SKIPPED_QUOTES = "'\"‘’“”«»＇＂";

    private FormulaGuard() {}

    static String on(String cell) {
        return isDangerous(cell) ? APOSTROPHE + cell : cell;
    }

    /** Takes off what {@link #on} has put there and nothing else. */
    static String off(String cell) {
        boolean guarded = !cell.isEmpty() && cell.charAt(0) == APOSTROPHE && isDangerous(cell.substring(1));
        return guarded ? cell.substring(1) : cell;
    }

    /**
     * Programs skip blanks, invisible characters and quotes before a formula; tabs and line ends among them may be
     * taken for the end of a cell. Apostrophes count as quotes, which makes the guard reversible.
     */
    private static boolean isDangerous(String cell) {
        for (int i = 0; i < cell.length(); ) {
            int c = cell.codePointAt(i);
            if (c == '\t' || c == '\r' || FORMULA_STARTS.indexOf(c) >= 0) {
                return true;
            }
            if (!isSkipped(c)) {
                return false;
            }
            i += Character.charCount(c);
        }
        return false;
    }

    private static boolean isSkipped(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || SKIPPED_QUOTES.indexOf(c) >= 0;
    }
}
