package io.crmkit.attachment.internal.inspect;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What comes out of packed bytes, up to a limit.
 *
 * @param content what came out
 * @param used how many packed bytes that took
 * @param state how it ended
 */
record Inflation(Bytes content, int used, State state) {
    /** How unpacking ended. */
    enum State {
        COMPLETE,
        TOO_MUCH,
        BROKEN
    }

    boolean complete() {
        return state == State.COMPLETE;
    }

    /**
     * Unpacks what lies between two places.
     *
     * @param raw whether there are no header and no sum around the packed bytes, as in archives
     */
    static Inflation of(Bytes file, int from, int to, int most, boolean raw) {
        Inflater inflater = new Inflater(raw);
        try {
            inflater.setInput(file.array(), from, to - from);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] piece = new byte[1 << 14];
            while (!inflater.finished() && out.size() <= most) {
                int count = inflater.inflate(piece);
                if (count == 0 && !inflater.finished()) {
                    return result(file, inflater, out, State.BROKEN);
                }
                file.effort().spend(count);
                out.write(piece, 0, count);
            }
            return result(file, inflater, out, out.size() > most ? State.TOO_MUCH : State.COMPLETE);
        } catch (DataFormatException e) {
            return new Inflation(file.none(), 0, State.BROKEN);
        } finally {
            inflater.end();
        }
    }

    private static Inflation result(Bytes file, Inflater inflater, ByteArrayOutputStream out, State state) {
        return new Inflation(file.with(out.toByteArray()), (int) inflater.getBytesRead(), state);
    }
}
