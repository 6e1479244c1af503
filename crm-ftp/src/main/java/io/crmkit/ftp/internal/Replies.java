package io.crmkit.ftp.internal;

import io.crmkit.spi.file.FileStoreException;
import io.crmkit.spi.file.FileStoreException.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * What answers and failures mean for the caller. What the server wrote is never repeated, since it may repeat what a
 * person wrote or the login.
 */
final class Replies {
    static final int FILE_STATUS = 213;
    static final int PASSIVE = 227;
    static final int EXTENDED_PASSIVE = 229;
    static final int LOGGED_IN = 230;
    static final int PASSWORD_WANTED = 331;
    static final int MORE_WANTED = 350;
    static final int NO_FILE_NOW = 450;
    static final int NO_ROOM = 452;
    static final int NO_FILE = 550;

    private Replies() {}

    static boolean done(int code) {
        return code / 100 == 2;
    }

    static boolean begun(int code) {
        return code / 100 == 1;
    }

    /** The command, without what follows it, and the number. */
    static FileStoreException refusal(String command, int code) {
        boolean passing = code / 100 == 4 && code != NO_ROOM;
        return new FileStoreException(
                passing ? Kind.UNAVAILABLE : Kind.REFUSED, "the FTP server answers " + code + " to " + command);
    }

    static FileStoreException failure(IOException e) {
        if (isDistrust(e)) {
            return new FileStoreException(Kind.REFUSED, "the FTP server cannot be trusted", e);
        }
        String what = "the FTP server failed: " + e.getClass().getSimpleName();
        return isOfThePlatform(e)
                ? new FileStoreException(Kind.UNAVAILABLE, what, e)
                : new FileStoreException(Kind.UNAVAILABLE, what);
    }

    /** A wrong certificate or no common version, not a connection that broke meanwhile. */
    private static boolean isDistrust(IOException e) {
        if (e instanceof SSLPeerUnverifiedException) {
            return true;
        }
        boolean broken = false;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return true;
            }
            broken |= cause instanceof EOFException || cause instanceof SocketException;
        }
        return e instanceof SSLException && !broken && isOfThePlatform(e);
    }

    /** The FTP library puts the server's words into its messages. */
    private static boolean isOfThePlatform(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getName().startsWith("org.")) {
                return false;
            }
        }
        return true;
    }
}
