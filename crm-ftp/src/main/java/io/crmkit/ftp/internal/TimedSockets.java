package io.crmkit.ftp.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Makes the sockets that the FTP library connects. */
final class TimedSockets extends SocketFactory {
    private final Making making;

    /** How one is made. */
    @FunctionalInterface
    interface Making {
        TimedSocket socket() throws IOException;
    }

    TimedSockets(Making making) {
        this.making = making;
    }

    @Override
    public Socket createSocket() throws IOException {
        return making.socket();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw connected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
        throw connected();
    }

    /** The library makes sockets and connects them itself. */
    private static UnsupportedOperationException connected() {
        return new UnsupportedOperationException("sockets are made without being connected");
    }
}
