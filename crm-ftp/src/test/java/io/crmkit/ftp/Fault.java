package io.crmkit.ftp;

/**
 * What a server does wrong at a command.
 *
 * @param command where
 * @param kind what
 * @param code the answer of the kinds that answer
 */
record Fault(String command, Kind kind, int code) {
    /** Nothing goes wrong. */
    static final Fault NONE = new Fault("", Kind.ANSWER, 0);

    enum Kind {
        /** Answers without doing anything: refuses, or lies. */
        ANSWER,
        /** Does nothing and says nothing. */
        SILENCE,
        /** Does nothing and hangs up. */
        HANG_UP,
        /** Does it, and the answer is lost with the connection. */
        LOSE_ANSWER,
        /** Does it, and says nothing any more. */
        DO_SILENTLY,
        /** Says something that is no answer. */
        NONSENSE,
        /** Says something without end. */
        ENDLESS,
        /** Says one letter after another, slowly. */
        TRICKLE,
        /** Answers twice. */
        TWICE,
        /** Transfers half, and says that all is well. */
        HALF,
        /** Transfers half, and says that it broke. */
        HALF_AND_SAY_SO,
        /** Transfers half, then nothing any more. */
        HALF_AND_STALL,
        /** Transfers one byte more than there are. */
        MORE,
        /** Transfers all, and says that there is no room. */
        NO_ROOM,
        /** Says one byte less than it has. */
        WRONG_NUMBER,
        /** Names somebody else's address for the data, where nobody may connect to. */
        FOREIGN_ADDRESS,
        /** Names a port where nobody listens. */
        CLOSED_PORT,
        /** Names a port that there is not. */
        IMPOSSIBLE_PORT
    }

    static Fault of(String command, Kind kind) {
        return new Fault(command, kind, 0);
    }

    static Fault answer(String command, int code) {
        return new Fault(command, Kind.ANSWER, code);
    }

    boolean is(Kind other) {
        return kind == other;
    }

    @Override
    public String toString() {
        return command + " " + kind + (code == 0 ? "" : " " + code);
    }
}
