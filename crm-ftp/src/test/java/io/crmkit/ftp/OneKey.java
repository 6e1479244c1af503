package io.crmkit.ftp;

import io.crmkit.spi.file.FileKeys;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A host's keys, of which there is one. */
final class OneKey implements FileKeys {
    private static final String ID = "2026";

    @Override
    public String current() {
        return ID;
    }

    @Override
    public Optional<SecretKey> find(String id) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) 7);
        return id.equals(ID) ? Optional.of(new SecretKeySpec(bytes, "AES")) : Optional.empty();
    }
}
