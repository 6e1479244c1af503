package io.crmkit.ftp.internal;

import io.crmkit.spi.file.FileStoreException;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * One login: commands and their answers, and one transfer at a time. Used by one thread at a time. After an {@link
 * IOException} it is of no use any more, since nobody knows which answer comes next.
 */
final class Connection {
    /** The most that a server may say at once; the longest answers list what it is able to do. */
    private static final int MOST_SAID = 256 * 1024;

    private static final Pattern PASSIVE = Pattern.compile("\\d{1,3},\\d{1,3},\\d{1,3},\\d{1,3},(\\d{1,3}),(\\d{1,3})");
    private static final Pattern EXTENDED = Pattern.compile("\\(\\|\\|\\|(\\d{1,5})\\|\\)");

    private final Settings settings;
    private final Deadline deadline;
    private final @Nullable SSLContext context;
    private final Control control;
    private final Set<String> features = new TreeSet<>();
    private boolean usable = true;
    private boolean kept;
    private long restedAt;
    private String last = "";

    private Connection(Settings settings, Deadline deadline) {
        this.settings = settings;
        this.deadline = deadline;
        this.context = settings.tls().map(Tls::context).orElse(null);
        this.control = context == null
                ? new Control.Plain()
                : new Control.Secured(context, settings.tls().orElseThrow());
    }

    /** Connects and logs in. */
    static Connection open(Settings settings, Deadline until) throws IOException, FileStoreException {
        Deadline own = new Deadline(Duration.ZERO);
        own.follow(until);
        Connection connection = new Connection(settings, own);
        try {
            connection.connect();
            connection.logIn();
            connection.prepare();
            return connection;
        } catch (Control.NoTls e) {
            connection.close();
            throw Replies.refusal("AUTH", e.code());
        } catch (IOException | FileStoreException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private void connect() throws IOException, FileStoreException {
        control.client().setSocketFactory(new TimedSockets(this::controlSocket));
        control.client().setConnectTimeout(millis(settings.times().connect()));
        control.client().setDefaultTimeout(millis(settings.times().reply()));
        control.client().setControlEncoding(StandardCharsets.UTF_8);
        control.client().connect(settings.server().host(), settings.server().port());
        // The library waits for the greeting as long as for the connection, and sets the timeout back after it.
        if (settings.tls().isEmpty() && !Replies.done(control.client().getReplyCode())) {
            throw Replies.refusal("the connection", control.client().getReplyCode());
        }
        if (control.secured().isPresent()) {
            Tls.checkDates(control.secured().get());
        }
    }

    private TimedSocket controlSocket() throws IOException {
        TimedSocket socket = new TimedSocket(deadline);
        socket.limitUnasked(MOST_SAID);
        return socket;
    }

    private void logIn() throws IOException, FileStoreException {
        int code = command("USER", settings.server().user());
        if (code == Replies.PASSWORD_WANTED) {
            code = command("PASS", settings.server().password().get());
        }
        if (code != Replies.LOGGED_IN) {
            throw Replies.refusal("the login", code);
        }
    }

    private void prepare() throws IOException, FileStoreException {
        if (settings.tls().isPresent()) {
            demand("PBSZ", "0");
            demand("PROT", "P");
        }
        demand("TYPE", "I");
        if (Replies.done(command("FEAT", null))) {
            for (String line : control.client().getReplyStrings()) {
                features.add(line.trim().split(" ", 2)[0].toUpperCase(Locale.ROOT));
            }
        }
        if (features.contains("UTF8")) {
            command("OPTS", "UTF8 ON");
        }
    }

    boolean has(String feature) {
        return features.contains(feature);
    }

    /** Goes on for another call, if it still works. */
    boolean resume(Deadline until, Duration restWithoutQuestion) {
        deadline.follow(until);
        try {
            boolean trusted = System.nanoTime() - restedAt < restWithoutQuestion.toNanos();
            return (trusted && !control.hasUnread()) || Replies.done(command("NOOP", null));
        } catch (IOException e) {
            return false;
        }
    }

    /** Lies about until the next call. */
    void rest() {
        restedAt = System.nanoTime();
    }

    boolean restsLongerThan(Duration time) {
        return System.nanoTime() - restedAt > time.toNanos();
    }

    /** Says that somebody goes on reading. */
    void keep(boolean value) {
        kept = value;
    }

    boolean isKept() {
        return kept;
    }

    boolean isUsable() {
        return usable;
    }

    void breakOff() {
        usable = false;
    }

    Deadline deadline() {
        return deadline;
    }

    /** Sends a command and returns the number of the answer. */
    int command(String command, @Nullable String argument) throws IOException {
        if (argument != null && argument.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("no argument of a command holds a control character");
        }
        boolean whole = false;
        try {
            deadline.left();
            last = command;
            if (control.hasUnread()) {
                throw new ProtocolException("the server answers without having been asked");
            }
            int code = checked(control.client().sendCommand(command, argument));
            whole = true;
            return code;
        } finally {
            usable &= whole;
        }
    }

    private static int checked(int code) throws ProtocolException {
        if (code < 100 || code > 599) {
            throw new ProtocolException("the server answers " + code);
        }
        return code;
    }

    /** Sends a command that has to succeed. */
    void demand(String command, String argument) throws IOException, FileStoreException {
        int code = command(command, argument);
        if (!Replies.done(code)) {
            throw Replies.refusal(command, code);
        }
    }

    /** Returns how long a file is; empty if the server says that it is not there. */
    OptionalLong size(String path) throws IOException, FileStoreException {
        int code = command("SIZE", path);
        if (code == Replies.NO_FILE) {
            return OptionalLong.empty();
        }
        if (code != Replies.FILE_STATUS) {
            throw Replies.refusal("SIZE", code);
        }
        try {
            return OptionalLong.of(Long.parseLong(answer()));
        } catch (NumberFormatException e) {
            usable = false;
            throw new ProtocolException("the server answers SIZE without a number");
        }
    }

    /** Says whether the last answer was to this command, and that there is no such file, or none at the moment. */
    boolean saidNoFile(String command) {
        int code = control.client().getReplyCode();
        return last.equals(command) && (code == Replies.NO_FILE || code == Replies.NO_FILE_NOW);
    }

    /** Returns what stands behind the number of the last answer. */
    String answer() {
        String line = control.client().getReplyStrings()[0];
        return line.length() > 4 ? line.substring(4).trim() : "";
    }

    /**
     * Begins a transfer.
     *
     * @param from how many bytes the server leaves out
     */
    Data transfer(String command, String path, long from) throws IOException, FileStoreException {
        int port = passivePort();
        TimedSocket socket = new TimedSocket(deadline);
        boolean begun = false;
        try {
            // Whatever host the answer names: data come from where the answers come from.
            socket.setSoTimeout(millis(settings.times().data()));
            socket.connect(
                    new InetSocketAddress(control.client().getRemoteAddress(), port),
                    millis(settings.times().connect()));
            if (from > 0 && command("REST", Long.toString(from)) != Replies.MORE_WANTED) {
                throw Replies.refusal("REST", control.client().getReplyCode());
            }
            int code = command(command, path);
            if (!Replies.begun(code)) {
                throw Replies.refusal(command, code);
            }
            begun = true;
            return secured(socket);
        } catch (IOException e) {
            usable = false;
            begun = false;
            throw e;
        } finally {
            if (!begun) {
                socket.close();
            }
        }
    }

    private Data secured(TimedSocket socket) throws IOException {
        if (context == null) {
            return new Data(this, socket, socket);
        }
        socket.reportPort(control.client().getRemotePort());
        Tls tls = settings.tls().orElseThrow();
        return new Data(
                this,
                tls.secure(
                        context,
                        control.secured().orElseThrow(),
                        settings.server().host(),
                        socket),
                socket);
    }

    private int passivePort() throws IOException, FileStoreException {
        boolean six = control.client().getRemoteAddress() instanceof Inet6Address;
        int code = command(six ? "EPSV" : "PASV", null);
        if (code != (six ? Replies.EXTENDED_PASSIVE : Replies.PASSIVE)) {
            throw Replies.refusal(six ? "EPSV" : "PASV", code);
        }
        Matcher found = (six ? EXTENDED : PASSIVE).matcher(answer());
        if (!found.find()) {
            usable = false;
            throw new ProtocolException("the server names no port");
        }
        int port = six
                ? Integer.parseInt(found.group(1))
                : Integer.parseInt(found.group(1)) * 256 + Integer.parseInt(found.group(2));
        if (port < 1 || port > 65_535) {
            usable = false;
            throw new ProtocolException("the server names the port " + port);
        }
        return port;
    }

    /** Takes the answer that ends a transfer. */
    void complete(String command) throws IOException, FileStoreException {
        usable = false;
        int code = checked(control.client().getReply());
        usable = true;
        if (!Replies.done(code)) {
            throw Replies.refusal(command, code);
        }
    }

    /** Cuts it, without a word to the server. */
    void close() {
        usable = false;
        try {
            control.client().disconnect();
        } catch (IOException e) {
            // It is gone either way.
        }
    }

    static int millis(Duration time) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(1, time.toMillis()));
    }
}
