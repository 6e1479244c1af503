package io.crmkit.bench;

import io.crmkit.ftp.FtpFileStore;
import io.crmkit.ftp.FtpFileStoreBuilder;
import io.crmkit.spi.file.FileName;
import io.crmkit.spi.file.FileStoreException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;

/** Stores files of 100 KB on an FTP server, beside a loop over the FTP library that does as little as possible. */
final class FtpComparison {
    private static final int BYTES = 100_000;
    private static final int WARM_UP = 20;

    private final String host;
    private final int port;
    private final String directory;
    private final int files;
    private final Optional<KeyStore> trusted;
    private final byte[] bytes = new byte[BYTES];
    private int run;

    /**
     * Describes the server.
     *
     * @param certificate the server's, in PEM; empty to go without TLS
     */
    FtpComparison(String host, int port, String directory, int files, Optional<Path> certificate) {
        this.host = host;
        this.port = port;
        this.directory = directory;
        this.files = files;
        this.trusted = certificate.map(FtpComparison::trusting);
        new Random(1).nextBytes(bytes);
    }

    private static KeyStore trusting(Path certificate) {
        try (InputStream in = Files.newInputStream(certificate)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry(
                    "server", CertificateFactory.getInstance("X.509").generateCertificate(in));
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the certificate cannot be read", e);
        }
    }

    /** Prints a line for each way. */
    void run() throws Exception {
        if (trusted.isEmpty()) {
            report("loop over the library, a connection for each file, no checks", 1, this::loopConnecting);
            report("loop over the library, one connection, no checks", 1, this::loop);
        }
        report("store, a connection for each file", 1, this::storeConnecting);
        report("store, one connection", 1, count -> store(1, count));
        report("store, 4 connections, 4 threads", 4, count -> store(4, count));
    }

    /** Stores so many files. */
    private interface Way {
        void store(int count) throws Exception;
    }

    private void report(String name, int threads, Way way) throws Exception {
        way.store(WARM_UP);
        long start = System.nanoTime();
        way.store(files);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.println(String.format(
                Locale.ROOT,
                "%-62s %d files %7.2f s %7.0f /s (threads: %d)",
                name,
                files,
                seconds,
                files / seconds,
                threads));
    }

    private void loopConnecting(int count) throws IOException {
        String folder = nextFolder();
        for (int i = 0; i < count; i++) {
            FTPClient client = connected();
            client.makeDirectory(folder);
            upload(client, folder, i);
            client.disconnect();
        }
    }

    private void loop(int count) throws IOException {
        String folder = nextFolder();
        FTPClient client = connected();
        client.makeDirectory(folder);
        for (int i = 0; i < count; i++) {
            upload(client, folder, i);
        }
        client.disconnect();
    }

    private void upload(FTPClient client, String folder, int number) throws IOException {
        String name = folder + "/" + number;
        if (!client.storeFile(name + ".part", new ByteArrayInputStream(bytes))
                || !client.rename(name + ".part", name)) {
            throw new IOException("the server answers " + client.getReplyCode());
        }
    }

    private FTPClient connected() throws IOException {
        FTPClient client = new FTPClient();
        client.setControlEncoding(StandardCharsets.UTF_8);
        client.connect(host, port);
        client.login("ftp", "crm");
        client.enterLocalPassiveMode();
        client.setFileType(FTP.BINARY_FILE_TYPE);
        return client;
    }

    private String nextFolder() {
        run++;
        return directory + "/run" + run;
    }

    private void storeConnecting(int count) throws FileStoreException {
        String folder = nextFolder();
        for (int i = 0; i < count; i++) {
            try (FtpFileStore store = builder(folder).build()) {
                put(store, i);
            }
        }
    }

    private void store(int threads, int count) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try (FtpFileStore store = builder(nextFolder()).connections(threads).build()) {
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                work.add(() -> put(store, number));
            }
            for (Future<Boolean> done : workers.invokeAll(work)) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a file was not stored", e.getCause());
        } finally {
            workers.shutdown();
        }
    }

    private boolean put(FtpFileStore store, int number) throws FileStoreException {
        store.put(new FileName("f" + number), bytes.length, new ByteArrayInputStream(bytes));
        return true;
    }

    private FtpFileStoreBuilder builder(String folder) {
        FtpFileStoreBuilder builder =
                FtpFileStore.builder(host).port(port).login("ftp", () -> "crm").directory(folder);
        return trusted.isPresent() ? builder.trusted(trusted.get()) : builder.allowPlaintext();
    }
}
