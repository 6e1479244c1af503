package io.crmkit.ftp;

import io.crmkit.ftp.Fault.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** One connection to the scripted server. */
final class ScriptedSession {
    private final ScriptedServer server;
    private Socket socket;
    private BufferedReader in;
    private OutputStream out;
    private Optional<ServerSocket> passive = Optional.empty();
    private String renamed = "";
    private long restart;
    private Fault now = Fault.NONE;

    ScriptedSession(ScriptedServer server, Socket socket) {
        this.server = server;
        this.socket = socket;
    }

    void serve() {
        try (Socket plain = socket) {
            speakThrough(plain);
            goesWrong(server.takeFault("GREETING"), "");
            answer(220, "ready");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] parts = line.split(" ", 2);
                server.commands.add(line);
                serve(parts[0], parts.length < 2 ? "" : parts[1]);
            }
        } catch (HungUp e) {
            // As planned.
        } catch (IOException e) {
            // The client has gone.
        } finally {
            closePassive();
        }
    }

    private void speakThrough(Socket through) throws IOException {
        socket = through;
        in = new BufferedReader(new InputStreamReader(through.getInputStream(), StandardCharsets.UTF_8));
        out = through.getOutputStream();
    }

    private void serve(String command, String argument) throws IOException {
        now = server.takeFault(command);
        if (goesWrong(now, argument)) {
            return;
        }
        switch (command) {
            case "AUTH" -> secure();
            case "USER" -> answer(331, "password?");
            case "PASS" -> answer(230, "in");
            case "FEAT" ->
                answer("211-Features:\r\n UTF8\r\n SIZE\r\n" + (server.facts ? " MLST type*;modify*;\r\n" : "")
                        + " REST STREAM\r\n211 End\r\n");
            case "MKD" -> answer(server.folders.add(argument) ? 257 : 550, "made");
            case "PASV" -> passive();
            case "REST" -> restart(argument);
            case "STOR", "RETR", "MLSD", "NLST" -> transfer(command, argument);
            case "SIZE" -> size(argument);
            case "MDTM" -> answer(213, "20200101000000");
            case "MLST" -> answer(server.folders.contains(argument) ? 250 : 550, "facts");
            case "RNFR" -> renameFrom(argument);
            case "RNTO" -> renameTo(argument);
            case "DELE" -> answer(server.files.remove(argument) == null ? 550 : 250, "gone");
            case "PBSZ", "PROT", "TYPE", "OPTS", "NOOP" -> answer(200, "fine");
            default -> answer(502, "not here");
        }
    }

    /** Does wrong what is planned before the command is carried out; says whether that was all. */
    private boolean goesWrong(Fault fault, String argument) throws IOException {
        switch (fault.kind()) {
            case ANSWER -> {
                if (fault.code() != 0) {
                    answer(fault.code(), "planned " + argument + " " + ApacheServer.PASSWORD);
                }
                return fault.code() != 0;
            }
            case SILENCE -> waitForTheClientToGo();
            case HANG_UP -> throw new HungUp();
            case NONSENSE -> answer("nonsense " + ApacheServer.PASSWORD + "\r\n");
            case ENDLESS -> sayForEver();
            case TRICKLE -> trickle();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void sayForEver() throws IOException {
        byte[] much = new byte[65_536];
        Arrays.fill(much, (byte) '2');
        while (true) {
            out.write(much);
        }
    }

    private void trickle() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        try {
            while (!never.await(20, TimeUnit.MILLISECONDS)) {
                out.write('2');
            }
        } catch (InterruptedException e) {
            throw new HungUp();
        }
    }

    private void waitForTheClientToGo() throws IOException {
        while (in.read() >= 0) {
            // Whatever it says.
        }
        throw new HungUp();
    }

    private void answer(int code, String text) throws IOException {
        if (now.is(Kind.LOSE_ANSWER)) {
            throw new HungUp();
        }
        if (now.is(Kind.DO_SILENTLY)) {
            waitForTheClientToGo();
        }
        answer(code + " " + text + "\r\n");
        if (now.is(Kind.TWICE)) {
            answer("226 again\r\n");
        }
    }

    private void answer(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void secure() throws IOException {
        Optional<SSLContext> context = server.tls();
        if (context.isEmpty()) {
            answer(502, "no TLS");
            return;
        }
        answer(234, "go on");
        speakThrough(accepting(context.get(), socket));
    }

    private static SSLSocket accepting(SSLContext context, Socket plain) throws IOException {
        SSLSocket secured = (SSLSocket) context.getSocketFactory().createSocket(plain, null, true);
        secured.startHandshake();
        return secured;
    }

    private void passive() throws IOException {
        closePassive();
        ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        passive = Optional.of(listening);
        int port = listening.getLocalPort();
        if (now.is(Kind.CLOSED_PORT)) {
            listening.close();
        }
        String host = now.is(Kind.FOREIGN_ADDRESS) ? "192,0,2,1" : "127,0,0,1";
        answer(227, "(" + host + "," + (now.is(Kind.IMPOSSIBLE_PORT) ? 999 : port / 256) + "," + port % 256 + ")");
    }

    private void closePassive() {
        passive.ifPresent(listening -> {
            try {
                listening.close();
            } catch (IOException e) {
                // Gone either way.
            }
        });
        passive = Optional.empty();
    }

    private void restart(String argument) throws IOException {
        restart = Long.parseLong(argument);
        answer(350, "go on");
    }

    private void transfer(String command, String path) throws IOException {
        boolean known = !command.equals("RETR") || server.files.containsKey(path);
        if (passive.isEmpty() || !known) {
            answer(passive.isEmpty() ? 425 : 550, "cannot");
            return;
        }
        answer("150 go on\r\n");
        int uses = server.keyUses();
        try (Socket plain = passive.get().accept();
                Socket data =
                        server.tls().isPresent() ? accepting(server.dataTls().orElseThrow(), plain) : plain) {
            boolean full = server.keyUses() > uses;
            if (full) {
                server.fullHandshakes.incrementAndGet();
            }
            if (full && server.demandsResumption) {
                answer(522, "session reuse required");
                return;
            }
            if (command.equals("STOR")) {
                take(path, data.getInputStream());
            } else {
                give(command.equals("RETR") ? rest(path) : names(command, path), data.getOutputStream());
            }
        }
        boolean broken = now.is(Kind.HALF_AND_SAY_SO);
        answer(broken ? 426 : now.is(Kind.NO_ROOM) ? 552 : 226, broken ? "broken" : "done");
    }

    private byte[] rest(String path) {
        byte[] bytes = server.files.get(path);
        byte[] rest = Arrays.copyOfRange(bytes, (int) Math.min(restart, bytes.length), bytes.length);
        restart = 0;
        return now.is(Kind.MORE) ? Arrays.copyOf(rest, rest.length + 1) : rest;
    }

    private void take(String path, InputStream data) throws IOException {
        if (now.is(Kind.HALF_AND_STALL)) {
            server.files.put(path, data.readNBytes(10_000));
            waitForTheClientToGo();
        }
        byte[] bytes = data.readAllBytes();
        boolean half = now.is(Kind.HALF) || now.is(Kind.HALF_AND_SAY_SO);
        server.files.put(path, half ? Arrays.copyOf(bytes, bytes.length / 2) : bytes);
    }

    private void give(byte[] bytes, OutputStream data) throws IOException {
        boolean half = now.is(Kind.HALF) || now.is(Kind.HALF_AND_SAY_SO) || now.is(Kind.HALF_AND_STALL);
        data.write(bytes, 0, half ? bytes.length / 2 : bytes.length);
        data.flush();
        if (now.is(Kind.HALF_AND_STALL)) {
            waitForTheClientToGo();
        }
    }

    private byte[] names(String command, String folder) {
        StringBuilder names = new StringBuilder();
        String below = folder + "/";
        server.folders.stream()
                .filter(path -> path.startsWith(below) && path.indexOf('/', below.length()) < 0)
                .forEach(path -> names.append(line(command, "dir", path, below)));
        server.files.keySet().stream()
                .filter(path -> path.startsWith(below) && path.indexOf('/', below.length()) < 0)
                .sorted()
                .forEach(path -> names.append(line(command, "file", path, below)));
        return names.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(String command, String type, String path, String below) {
        String name = path.substring(below.length());
        return command.equals("NLST") ? path + "\r\n" : "type=" + type + ";modify=20200101000000; " + name + "\r\n";
    }

    private void size(String path) throws IOException {
        byte[] bytes = server.files.get(path);
        if (bytes == null) {
            answer(550, "no " + path);
        } else {
            answer(213, Integer.toString(now.is(Kind.WRONG_NUMBER) ? bytes.length - 1 : bytes.length));
        }
    }

    private void renameFrom(String path) throws IOException {
        renamed = path;
        answer(server.files.containsKey(path) ? 350 : 550, "to?");
    }

    private void renameTo(String path) throws IOException {
        String folder = path.substring(0, path.lastIndexOf('/'));
        byte[] bytes = server.folders.contains(folder) ? server.files.remove(renamed) : null;
        if (bytes != null) {
            server.files.put(path, bytes);
        }
        answer(bytes == null ? 550 : 250, "renamed");
    }

    /** The connection is to be cut. */
    private static final class HungUp extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
