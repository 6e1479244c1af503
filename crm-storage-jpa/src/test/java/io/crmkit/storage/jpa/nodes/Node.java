package io.crmkit.storage.jpa.nodes;

import io.crmkit.Crm;
import io.crmkit.notification.NoticeChannel;
import io.crmkit.servers.TestDatabase;
import io.crmkit.storage.jpa.JpaStorage;
import io.crmkit.storage.jpa.SchemaMode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A process of its own that delivers what is due and prints the id of each notification that it handed over. */
public final class Node {
    private Node() {}

    /** URL and user of the database. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.US_ASCII);
        try (TestDatabase database = TestDatabase.at(arguments[0], arguments[1]);
                Crm crm = Crm.builder()
                        .storage(JpaStorage.builder(database.dataSource())
                                .schemaMode(SchemaMode.VALIDATE)
                                .build())
                        .notifier(NoticeChannel.SMS, notice -> out.println(notice.id()))
                        .notifier(NoticeChannel.EMAIL, notice -> out.println(notice.id()))
                        .notifier(NoticeChannel.AGENT, notice -> out.println(notice.id()))
                        .build()) {
            out.println("ready");
            crm.runDue();
        }
    }
}
