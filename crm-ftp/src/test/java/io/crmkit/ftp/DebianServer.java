package io.crmkit.ftp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;

/** A server that {@code docs/ftp-servers.sh} starts. */
final class DebianServer implements AutoCloseable {
    private static final int PORT = 26_021;

    private final Path home;
    private final String address;
    private final boolean secured;

    private DebianServer(Path home, String address, boolean secured) {
        this.home = home;
        this.address = address;
        this.secured = secured;
    }

    static DebianServer start(String name, String address, boolean secured) {
        try {
            // Other users than the one who starts it must be able to reach it.
            Path home = Path.of(System.getProperty("java.io.tmpdir"), "crmkit-" + name + "-" + System.nanoTime());
            DebianServer server = new DebianServer(home, address, secured);
            server.script(secured ? "start" : "start-plain", name, home.toString());
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How to log in; without a directory. */
    FtpFileStoreBuilder store(String password) {
        FtpFileStoreBuilder builder = FtpFileStore.builder(address).port(PORT).login("ftp", () -> password);
        return secured ? builder.trusted(trusted()) : builder.allowPlaintext();
    }

    private KeyStore trusted() {
        try (InputStream in = Files.newInputStream(home.resolve("certificate.pem"))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry(
                    "server", CertificateFactory.getInstance("X.509").generateCertificate(in));
            return store;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a path of the server's lies on this machine. */
    Path onDisk(String path) {
        return home.resolve("root").resolve(path);
    }

    @Override
    public void close() {
        try {
            script("stop", home.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void script(String... arguments) throws IOException {
        Path script = Path.of(System.getProperty("crm.root", ".."), "docs", "ftp-servers.sh");
        ProcessBuilder builder = new ProcessBuilder("bash", script.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.command().addAll(List.of(arguments));
        builder.environment().putAll(Map.of("ADDRESS", address, "PORT", Integer.toString(PORT)));
        try {
            int status = builder.start().waitFor();
            if (status != 0) {
                throw new IllegalStateException(String.join(" ", arguments) + " ended with " + status);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
