package io.crmkit.ftp;

import io.crmkit.file.EncryptingFileStore;
import io.crmkit.spi.file.FileStore;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** Servers that are in use everywhere, with and without TLS, by IPv4 and IPv6. */
@Tag("servers")
class DebianServersTest {
    private static final String FOUR = "127.0.0.1";
    private static final String SIX = "::1";

    @Nested
    class Vsftpd extends DebianContract {
        Vsftpd() {
            super("vsftpd", FOUR, true);
        }
    }

    @Nested
    class VsftpdWithoutTls extends DebianContract {
        VsftpdWithoutTls() {
            super("vsftpd", FOUR, false);
        }
    }

    @Nested
    class VsftpdBySix extends DebianContract {
        VsftpdBySix() {
            super("vsftpd", SIX, true);
        }
    }

    @Nested
    class Proftpd extends DebianContract {
        Proftpd() {
            super("proftpd", FOUR, true);
        }
    }

    @Nested
    class ProftpdWithoutTls extends DebianContract {
        ProftpdWithoutTls() {
            super("proftpd", FOUR, false);
        }
    }

    @Nested
    class ProftpdBySix extends DebianContract {
        ProftpdBySix() {
            super("proftpd", SIX, true);
        }
    }

    @Nested
    class PureFtpd extends DebianContract {
        PureFtpd() {
            super("pure-ftpd", FOUR, true);
        }
    }

    @Nested
    class PureFtpdWithoutTls extends DebianContract {
        PureFtpdWithoutTls() {
            super("pure-ftpd", FOUR, false);
        }
    }

    @Nested
    class PureFtpdBySix extends DebianContract {
        PureFtpdBySix() {
            super("pure-ftpd", SIX, true);
        }
    }

    @Nested
    class EncryptedOnProftpd extends DebianContract {
        EncryptedOnProftpd() {
            super("proftpd", FOUR, true);
        }

        @Override
        protected FileStore createStore() {
            return EncryptingFileStore.over(super.createStore(), new OneKey());
        }
    }
}
