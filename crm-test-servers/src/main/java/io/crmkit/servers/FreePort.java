package io.crmkit.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A port of 127.0.0.1 for a server that cannot choose one by itself. */
final class FreePort {
    private static final int ATTEMPTS = 3;

    private FreePort() {}

    /** Starts a server; again on another port if it fails, as somebody may have been quicker on the first. */
    static <S> S start(Start<S> start) {
        IllegalStateException failed = new IllegalStateException("The server does not start");
        for (int i = 0; i < ATTEMPTS; i++) {
            try {
                return start.on(choose());
            } catch (Exception e) {
                failed.addSuppressed(e);
            }
        }
        throw failed;
    }

    private static int choose() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        }
    }

    /** Starts a server on a port. */
    interface Start<S> {
        S on(int port) throws Exception;
    }
}
