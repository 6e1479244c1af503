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
        throw new UnsupportedOperationException("sockets are connected later");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException("sockets are connected later");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException("sockets are connected later");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException("sockets are connected later");
    }
}
