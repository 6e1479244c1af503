package io.crmkit.storage.jpa.galera;

import io.crmkit.servers.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The cluster of three nodes that {@code docs/galera-cluster.sh} starts; stops with the JVM. */
public final class Galera {
    private static final class Shared {
        static final Galera CLUSTER = new Galera();
    }

    private final Path home;
    private final List<String> nodes;
    private int databases;

    private Galera() {
        try {
            home = Files.createTempDirectory("crmkit-galera");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> script("stop", home.toString())));
        String url = script("start", home.toString()).strip();
        String addresses = url.substring(url.indexOf("//") + 2, url.lastIndexOf('/'));
        nodes = Arrays.asList(addresses.split(","));
    }

    public static Galera shared() {
        return Shared.CLUSTER;
    }

    /** A new database that is reached through these nodes, numbered from 1; the first that answers is taken. */
    public TestDatabase newDatabase(int... through) {
        String name = "crm" + ++databases;
        try (TestDatabase server = TestDatabase.at(url("", 2), "crm")) {
            server.execute("create database " + name);
        }
        return open(name, through);
    }

    /** That database through these nodes. */
    TestDatabase open(String name, int... through) {
        return TestDatabase.at(url(name, through), "crm");
    }

    private String url(String name, int... through) {
        List<String> addresses =
                Arrays.stream(through).mapToObj(node -> nodes.get(node - 1)).toList();
        return "jdbc:mariadb:sequential://" + String.join(",", addresses) + "/" + name
                + "?sslMode=disable&connectTimeout=2000&socketTimeout=20000";
    }

    void kill(int node) {
        script("kill", home.toString(), String.valueOf(node));
    }

    void join(int node) {
        script("join", home.toString(), String.valueOf(node));
    }

    private static String script(String... arguments) {
        Path root = Path.of(System.getProperty("crm.root", ".."));
        List<String> command = Stream.concat(
                        Stream.of("bash", root.resolve("docs/galera-cluster.sh").toString()), Arrays.stream(arguments))
                .toList();
        try {
            Path answer = Files.createTempFile("crmkit-galera", ".txt");
            Process process = new ProcessBuilder(command)
                    .redirectOutput(answer.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            int status = process.waitFor();
            if (status != 0) {
                throw new IllegalStateException(String.join(" ", command) + " ended with " + status);
            }
            return Files.readString(answer, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
