package io.crmkit.examples.ftpdown;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;

/** An FTP server on this machine only, with one user and one directory. */
final class FileServer implements AutoCloseable {
    static final String HOST = "127.0.0.1";
    static final String USER = "crm";
    /** Of no use to anybody: the server is there for seconds, for this machine, and without secrets. */
    static final String PASSWORD = "example";

    private final FtpServer server;

    private FileServer(FtpServer server) {
        this.server = server;
    }

    /** A port that nobody listens on at the moment. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static FileServer start(int port, Path directory) throws IOException {
        Files.createDirectories(directory);
        ListenerFactory listener = new ListenerFactory();
        listener.setServerAddress(HOST);
        listener.setPort(port);
        BaseUser user = new BaseUser();
        user.setName(USER);
        user.setPassword(PASSWORD);
        user.setHomeDirectory(directory.toString());
        user.setAuthorities(List.of(new WritePermission()));
        FtpServerFactory factory = new FtpServerFactory();
        factory.addListener("default", listener.createListener());
        try {
            factory.getUserManager().save(user);
            FtpServer server = factory.createServer();
            server.start();
            return new FileServer(server);
        } catch (FtpException e) {
            throw new IOException("the FTP server does not start", e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
