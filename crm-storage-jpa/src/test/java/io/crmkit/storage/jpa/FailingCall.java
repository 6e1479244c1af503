package io.crmkit.storage.jpa;

import io.crmkit.CrmSession;
import io.crmkit.actor.Actor;
import io.crmkit.actor.Role;
import io.crmkit.customer.RegisterCustomer;
import io.crmkit.error.ConflictException;
import io.crmkit.error.DuplicateException;
import io.crmkit.error.IdempotencyConflictException;
import io.crmkit.error.InvalidRequestException;
import io.crmkit.error.NotFoundException;
import io.crmkit.error.PermissionDeniedException;
import io.crmkit.retention.RecordKind;
import io.crmkit.spi.storage.CrmTransaction;
import io.crmkit.spi.storage.DuplicateKeyException;
import io.crmkit.ticket.ChangeTicket;
import io.crmkit.ticket.OpenTicket;
import io.crmkit.ticket.Priority;
import io.crmkit.ticket.Ticket;
import io.crmkit.ticket.TicketId;
import java.io.IOException;
import java.sql.Connection;
import java.util.UUID;
import java.util.function.Consumer;

/** Ways in which a call inside the host's transaction fails. */
enum FailingCall {
    DUPLICATE_IDENTIFIER(DuplicateException.class) {
        @Override
        void make(Exchange exchange, Connection connection, Ticket seen) {
            exchange.desk(connection)
                    .customers()
                    .register(RegisterCustomer.named("Ali", "Petrov").username("ali77"));
        }
    },
    INVALID_REQUEST(InvalidRequestException.class) {
        @Override
        void make(Exchange exchange, Connection connection, Ticket seen) {
            exchange.desk(connection).tickets().open(exchange.question(""));
        }
    },
    PERMISSION_DENIED(PermissionDeniedException.class) {
        @Override
        void make(Exchange exchange, Connection connection, Ticket seen) {
            CrmSession auditor =
                    exchange.crm.joining(exchange.storage.host(connection)).as(Actor.agent("omar", Role.AUDITOR));
            auditor.tickets().open(exchange.question("Withdrawal"));
        }
    },
    UNKNOWN_ID(NotFoundException.class) {
        @Override
        void make(Exchange exchange, Connection connection, Ticket seen) {
            TicketId unknown = new TicketId(UUID.fromString("01900000-0000-7000-8000-000000000001"));
            exchange.desk(connection)
                    .tickets()
                    .change(ChangeTicket.of(unknown, 1).priority(Priority.HIGH));
        }
    },
    STALE_VERSION(ConflictException.class) {
        @Override
        void make(Exchange exchange, Connection connection, Ticket seen) {
            exchange.desk(connection)
                    .tickets()
                    .change(ChangeTicket.of(seen.id(), seen.version() + 7).priority(Priority.HIGH));
        }
    },
    OTHER_INPUT_UNDER_A_KEY(IdempotencyConflictException.class) {
        @Override
        void make(Exchange exchange, Connection connection, Ticket seen) {
            OpenTicket other = exchange.question("Something else").once("form-1");
            exchange.desk(connection).tickets().open(other);
        }
    },
    TAKEN_ID(DuplicateKeyException.class) {
        @Override
        void make(Exchange exchange, Connection connection, Ticket seen) {
            inStorage(exchange, connection, tx -> tx.tickets().insert(seen));
        }
    },
    PLANTED_EXCEPTION(IllegalStateException.class) {
        @Override
        void make(Exchange exchange, Connection connection, Ticket seen) {
            inStorage(exchange, connection, tx -> {
                tx.tickets().nextNumber();
                tx.retention()
                        .purge(
                                RecordKind.IDEMPOTENCY_KEYS,
                                seen.clock().createdAt().plusSeconds(1),
                                10);
                throw new IllegalStateException("planted");
            });
        }
    },
    PLANTED_CHECKED_EXCEPTION(IOException.class) {
        @Override
        void make(Exchange exchange, Connection connection, Ticket seen) {
            inStorage(exchange, connection, tx -> {
                tx.retention()
                        .purge(
                                RecordKind.IDEMPOTENCY_KEYS,
                                seen.clock().createdAt().plusSeconds(1),
                                10);
                FailingCall.<RuntimeException>throwUnseen(new IOException("planted"));
            });
        }
    },
    PLANTED_ERROR(StackOverflowError.class) {
        @Override
        void make(Exchange exchange, Connection connection, Ticket seen) {
            inStorage(exchange, connection, tx -> {
                tx.tickets().nextNumber();
                throw new StackOverflowError("planted");
            });
        }
    };

    final Class<? extends Throwable> failure;

    FailingCall(Class<? extends Throwable> failure) {
        this.failure = failure;
    }

    /** Makes the call, after that ticket was opened under the key {@code form-1}. */
    abstract void make(Exchange exchange, Connection connection, Ticket seen);

    /** Throws a checked exception past the compiler, as code in Kotlin does. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Exception> void throwUnseen(Exception failure) throws T {
        throw (T) failure;
    }

    private static void inStorage(Exchange exchange, Connection connection, Consumer<CrmTransaction> work) {
        exchange.storage.host(connection).inTransaction(tx -> {
            work.accept(tx);
            return true;
        });
    }
}
