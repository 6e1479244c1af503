package io.crmkit.ftp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * A small FTP server on this machine that keeps files on the heap, writes down all commands, and does wrong what it is
 * told to. With keys it speaks TLS, and may refuse data connections that do not resume a session.
 */
final class ScriptedServer implements AutoCloseable {
    final Map<String, byte[]> files = new ConcurrentHashMap<>();
    final Set<String> folders = ConcurrentHashMap.newKeySet();
    final List<String> commands = new CopyOnWriteArrayList<>();
    final AtomicInteger connections = new AtomicInteger();
    final AtomicInteger fullHandshakes = new AtomicInteger();
    volatile Fault fault = Fault.NONE;
    /** Whether it does wrong only once what it is told to. */
    volatile boolean mendsItself;

    volatile boolean facts = true;
    volatile boolean demandsResumption;

    private volatile AtomicInteger counted = new AtomicInteger();
    private final ServerSocket listening;
    private final Optional<SSLContext> tls;
    private final Optional<SSLContext> dataTls;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    private ScriptedServer(Optional<SSLContext> tls, Optional<SSLContext> dataTls) {
        this.tls = tls;
        this.dataTls = dataTls;
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run(this::accept);
    }

    static ScriptedServer start() {
        return new ScriptedServer(Optional.empty(), Optional.empty());
    }

    static ScriptedServer start(TestKeys keys) {
        return start(keys, keys);
    }

    /** With another certificate on data connections. */
    static ScriptedServer start(TestKeys keys, TestKeys dataKeys) {
        AtomicInteger count = new AtomicInteger();
        Optional<SSLContext> control = Optional.of(context(keys, count));
        Optional<SSLContext> data = keys.equals(dataKeys) ? control : Optional.of(context(dataKeys, count));
        ScriptedServer server = new ScriptedServer(control, data);
        server.counted = count;
        return server;
    }

    private static SSLContext context(TestKeys keys, AtomicInteger handshakes) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            X509ExtendedKeyManager manager = (X509ExtendedKeyManager) keys.keyManagers()[0];
            context.init(new KeyManager[] {new CountingKeys(manager, handshakes)}, null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How often a key was used, which happens in full handshakes only. */
    int keyUses() {
        return counted.get();
    }

    Optional<SSLContext> tls() {
        return tls;
    }

    Optional<SSLContext> dataTls() {
        return dataTls;
    }

    int port() {
        return listening.getLocalPort();
    }

    /** What goes wrong at this command. */
    synchronized Fault takeFault(String command) {
        Fault planned = fault;
        if (!planned.command().equals(command)) {
            return Fault.NONE;
        }
        if (mendsItself) {
            fault = Fault.NONE;
        }
        return planned;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                connections.incrementAndGet();
                sockets.add(socket);
                run(() -> new ScriptedSession(this, socket).serve());
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void run(Runnable work) {
        Thread thread = new Thread(work, "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends all connections, as a restart would. */
    void cutAll() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        cutAll();
    }
}
