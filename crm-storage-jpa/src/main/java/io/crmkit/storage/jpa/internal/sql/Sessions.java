package io.crmkit.storage.jpa.internal.sql;

import java.sql.Connection;
import java.util.function.Function;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;

/**
 * Runs work on a connection that somebody else opened and will commit: one stateless session each time, so that nothing
 * is kept between calls, nothing is lazy, and each statement is sent when it is asked for.
 *
 * @param factory the CRM's own session factory
 * @param database the database
 * @param numbers the ticket numbers
 */
record Sessions(SessionFactory factory, Database database, Numbers numbers) {
    <T> T run(Connection connection, Work.BeforeWriting beforeWriting, Function<? super Work, ? extends T> work) {
        Connection borrowed = BorrowedConnection.of(connection);
        try (StatelessSession session = factory.openStatelessSession(borrowed)) {
            Work unit = new Work(session, database, numbers, beforeWriting);
            try {
                session.beginTransaction();
                T result = work.apply(unit);
                unit.failure().ifPresent(failure -> {
                    throw failure;
                });
                return result;
            } finally {
                unit.end();
            }
        }
    }
}
