package io.crmkit.internal.html;

/** Text without what no text contains: control characters, halves of surrogate pairs, code points set aside. */
final class ReadableText {

    private ReadableText() {}

    /** Drops what cannot be read; all kinds of line ends become line feeds. Joiners and direction marks stay. */
    static String of(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        String lines = raw.replace("\r\n", "\n").replace('\r', '\n');
        lines.codePoints().filter(ReadableText::isReadable).forEach(out::appendCodePoint);
        return out.toString();
    }

    private static boolean isReadable(int c) {
        if (Character.isISOControl(c)) {
            return c == '\n' || c == '\t';
        }
        boolean nonCharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
        return !nonCharacter && Character.getType(c) != Character.SURROGATE;
    }
}
