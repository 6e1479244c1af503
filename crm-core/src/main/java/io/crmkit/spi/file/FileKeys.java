package io.crmkit.spi.file;

import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * The host's keys for encrypting files, such as from its vault. A key that files were encrypted with must be there for as
 * long as those files are. Thread-safe.
 */
public interface FileKeys {
    /** Returns the id of the key for new files: 1 to 32 letters and digits of ASCII, hyphens and underscores. */
    String current();

    /** Returns a key of 256 bits; empty if there is none with that id. */
    Optional<SecretKey> find(String id);
}
