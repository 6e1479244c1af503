package io.crmkit.ftp.internal;

import io.crmkit.spi.file.FileStoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** A transfer that has begun: its bytes, and its end, which the server confirms on the control connection. */
final class Data {
    private static final int DRAINED = 8192;

    private final Connection connection;
    private final Socket socket;
    private final TimedSocket wire;

    /**
     * Goes through a socket.
     *
     * @param socket with TLS if there is any
     * @param wire the same connection without it
     */
    Data(Connection connection, Socket socket, TimedSocket wire) {
        this.connection = connection;
        this.socket = socket;
        this.wire = wire;
    }

    InputStream in() throws IOException {
        return socket.getInputStream();
    }

    OutputStream out() throws IOException {
        return socket.getOutputStream();
    }

    /** Says that all bytes are sent, and lets the server close first, lest what it has not read yet is lost. */
    void sent() throws IOException {
        if (socket != wire) {
            socket.shutdownOutput();
        }
        wire.shutdownOutput();
        byte[] rest = new byte[DRAINED];
        InputStream in = wire.getInputStream();
        while (in.read(rest) >= 0) {
            // Nothing of interest comes this way.
        }
        socket.close();
    }

    /** Takes the server's confirmation. */
    void complete(String command) throws IOException, FileStoreException {
        socket.close();
        connection.complete(command);
    }

    /** Gives up; the connection is of no use any more, since an answer is still to come. */
    void abandon() {
        connection.breakOff();
        try {
            wire.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }
}
