package io.crmkit.ftp.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Objects;

/**
 * A socket that never waits longer than it may: not for the next byte, which any socket can do, but neither for room to
 * write nor beyond the end of the whole call, however the other side trickles. TLS is put on top of it. Reading and
 * writing are for one thread.
 */
final class TimedSocket extends Socket {
    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final Deadline deadline;
    private final InputStream in = new Input();
    private final OutputStream out = new Output();
    private int timeout;
    private int port = -1;
    private long mostUnasked = Long.MAX_VALUE;
    private long unasked;

    TimedSocket(Deadline deadline) throws IOException {
        this.deadline = deadline;
        this.channel = SocketChannel.open();
        this.selector = Selector.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        this.key = channel.register(selector, 0);
    }

    /** Fails when the other side says more than so many bytes without having been written to. */
    void limitUnasked(long bytes) {
        mostUnasked = bytes;
    }

    /**
     * Calls itself connected to another port: the TLS of the JDK resumes sessions by host and port, and servers demand
     * that a data connection resumes the session of the control connection.
     */
    void reportPort(int reported) {
        port = reported;
    }

    @Override
    public void connect(SocketAddress address) throws IOException {
        connect(address, 0);
    }

    @Override
    public void connect(SocketAddress address, int limit) throws IOException {
        if (address instanceof InetSocketAddress host && host.isUnresolved()) {
            throw new java.net.UnknownHostException(host.getHostString());
        }
        if (!channel.connect(address)) {
            do {
                await(SelectionKey.OP_CONNECT, limit, "connecting takes too long");
            } while (!channel.finishConnect());
        }
    }

    private void await(int operation, int limit, String what) throws IOException {
        long left = deadline.left();
        key.interestOps(operation);
        int ready = selector.select(limit > 0 ? Math.min(limit, left) : left);
        selector.selectedKeys().clear();
        if (ready == 0) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("interrupted");
            }
            throw new SocketTimeoutException(what);
        }
    }

    private final class Input extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int count) throws IOException {
            Objects.checkFromIndexSize(offset, count, bytes.length);
            if (count == 0) {
                return 0;
            }
            refuseIfClosed();
            ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, count);
            int read = channel.read(buffer);
            while (read == 0) {
                await(SelectionKey.OP_READ, timeout, "the other side is silent");
                read = channel.read(buffer);
            }
            unasked += Math.max(0, read);
            if (unasked > mostUnasked) {
                throw new SocketException("the other side says too much");
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            TimedSocket.this.close();
        }
    }

    private final class Output extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            Objects.checkFromIndexSize(offset, count, bytes.length);
            refuseIfClosed();
            unasked = 0;
            ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, count);
            while (buffer.hasRemaining()) {
                if (channel.write(buffer) == 0) {
                    await(SelectionKey.OP_WRITE, timeout, "the other side takes nothing");
                }
                deadline.left();
            }
        }

        @Override
        public void close() throws IOException {
            TimedSocket.this.close();
        }
    }

    private void refuseIfClosed() throws SocketException {
        if (!channel.isOpen()) {
            throw new SocketException("the connection is closed");
        }
    }

    @Override
    public InputStream getInputStream() {
        return in;
    }

    @Override
    public OutputStream getOutputStream() {
        return out;
    }

    @Override
    public synchronized void close() throws IOException {
        selector.close();
        channel.close();
    }

    @Override
    public void shutdownOutput() throws IOException {
        channel.shutdownOutput();
    }

    @Override
    public void shutdownInput() throws IOException {
        channel.shutdownInput();
    }

    @Override
    public synchronized void setSoTimeout(int milliseconds) {
        timeout = milliseconds;
    }

    @Override
    public synchronized int getSoTimeout() {
        return timeout;
    }

    @Override
    public boolean isConnected() {
        return channel.isConnected();
    }

    @Override
    public boolean isBound() {
        return channel.isConnected();
    }

    @Override
    public boolean isClosed() {
        return !channel.isOpen();
    }

    @Override
    public boolean isInputShutdown() {
        return channel.socket().isInputShutdown();
    }

    @Override
    public boolean isOutputShutdown() {
        return channel.socket().isOutputShutdown();
    }

    @Override
    public InetAddress getInetAddress() {
        return channel.socket().getInetAddress();
    }

    @Override
    public InetAddress getLocalAddress() {
        return channel.socket().getLocalAddress();
    }

    @Override
    public int getPort() {
        return port < 0 ? channel.socket().getPort() : port;
    }

    @Override
    public int getLocalPort() {
        return channel.socket().getLocalPort();
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return channel.socket().getRemoteSocketAddress();
    }

    @Override
    public SocketAddress getLocalSocketAddress() {
        return channel.socket().getLocalSocketAddress();
    }

    @Override
    public void setTcpNoDelay(boolean on) throws SocketException {
        channel.socket().setTcpNoDelay(on);
    }

    @Override
    public void setKeepAlive(boolean on) throws SocketException {
        channel.socket().setKeepAlive(on);
    }

    @Override
    public void setSoLinger(boolean on, int seconds) throws SocketException {
        channel.socket().setSoLinger(on, seconds);
    }

    @Override
    public String toString() {
        return "TimedSocket";
    }
}
