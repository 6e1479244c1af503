package io.crmkit.ftp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.ftpserver.ConnectionConfigFactory;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.ConcurrentLoginPermission;
import org.apache.ftpserver.usermanager.impl.WritePermission;

/** A complete FTP server on this machine, with one user and one directory. */
final class ApacheServer implements AutoCloseable {
    static final String USER = "kavitha";
    static final String PASSWORD = "கடவுச்சொல்-گذرواژه";

    private final FtpServer server;
    private final Listener listener;

    private ApacheServer(FtpServer server, Listener listener) {
        this.server = server;
        this.listener = listener;
    }

    static ApacheServer start(Path home) {
        return start(home, Optional.empty());
    }

    static ApacheServer start(Path home, Optional<TestKeys> tls) {
        try {
            Files.createDirectories(home);
            ListenerFactory listeners = new ListenerFactory();
            listeners.setServerAddress("127.0.0.1");
            listeners.setPort(0);
            tls.ifPresent(keys -> {
                SslConfigurationFactory ssl = new SslConfigurationFactory();
                ssl.setKeystoreFile(keys.file().toFile());
                ssl.setKeystorePassword(TestKeys.PASSWORD);
                ssl.setSslProtocol(new String[] {"TLSv1.2"});
                listeners.setSslConfiguration(ssl.createSslConfiguration());
            });
            Listener listener = listeners.createListener();
            FtpServerFactory factory = new FtpServerFactory();
            factory.addListener("default", listener);
            ConnectionConfigFactory connections = new ConnectionConfigFactory();
            connections.setMaxLogins(100);
            connections.setMaxThreads(16);
            factory.setConnectionConfig(connections.createConnectionConfig());
            factory.getUserManager().save(user(home));
            FtpServer server = factory.createServer();
            server.start();
            return new ApacheServer(server, listener);
        } catch (FtpException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BaseUser user(Path home) {
        BaseUser user = new BaseUser();
        user.setName(USER);
        user.setPassword(PASSWORD);
        user.setHomeDirectory(home.toString());
        user.setAuthorities(List.of(new WritePermission(), new ConcurrentLoginPermission(100, 100)));
        return user;
    }

    int port() {
        return listener.getPort();
    }

    /** A store on this server, without TLS; its user is the right one. */
    FtpFileStoreBuilder plain() {
        return quick(FtpFileStore.builder("127.0.0.1").port(port()).login(USER, () -> PASSWORD))
                .allowPlaintext();
    }

    /** A store on this server, with TLS. */
    FtpFileStoreBuilder secured(TestKeys keys) {
        return quick(FtpFileStore.builder("localhost").port(port()).login(USER, () -> PASSWORD))
                .trusted(keys.trusted());
    }

    private static FtpFileStoreBuilder quick(FtpFileStoreBuilder builder) {
        return builder.connectTimeout(Duration.ofSeconds(5)).callTimeout(Duration.ofSeconds(20));
    }

    @Override
    public void close() {
        server.stop();
    }
}
