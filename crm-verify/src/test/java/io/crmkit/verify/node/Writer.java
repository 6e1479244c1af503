package io.crmkit.verify.node;

import io.crmkit.Crm;
import io.crmkit.notification.NoticeChannel;
import io.crmkit.servers.TestDatabase;
import io.crmkit.spi.limit.RateLimits;
import io.crmkit.storage.jpa.JpaStorage;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A process of its own that works on a database and says what it did, line by line, until it is killed. */
final class Writer {
    private Writer() {}

    /** With URL, user, a name, and the port at which somebody listens. */
    public static void main(String[] arguments) throws IOException {
        try (Socket parent = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[3]));
                PrintStream out = new PrintStream(parent.getOutputStream(), true, StandardCharsets.UTF_8);
                TestDatabase database = TestDatabase.at(arguments[0], arguments[1]);
                JpaStorage storage = JpaStorage.builder(database.dataSource()).build()) {
            Crm crm = Crm.builder()
                    .storage(storage)
                    .rateLimits(RateLimits.none())
                    .notifier(NoticeChannel.SMS, notice -> out.println("sent " + notice.id()))
                    .build();
            out.println("ready");
            Script script = new Script(crm, arguments[2]);
            while (true) {
                out.println(script.next());
            }
        }
    }
}
