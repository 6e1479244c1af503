package io.crmkit.file;

import io.crmkit.spi.file.FileKeys;
import io.crmkit.spi.file.FileName;
import io.crmkit.spi.file.FileStoreException;
import io.crmkit.spi.file.FileStoreException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** What is in front of an encrypted file: a mark with a version, the id of the host's key filled up with zeros, a salt. */
final class SealedHeader {
    static final int LENGTH = 68;

    private static final byte[] MARK = "CRM1".getBytes(StandardCharsets.US_ASCII);
    private static final int ID_BYTES = 32;
    private static final int KEY_BYTES = 32;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,32}");

    private final byte[] bytes;

    private SealedHeader(byte[] bytes) {
        this.bytes = bytes;
    }

    static SealedHeader with(String keyId, SecureRandom random) throws FileStoreException {
        if (!ID.matcher(keyId).matches()) {
            throw new FileStoreException(Kind.REFUSED, "the id of the current key is malformed");
        }
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        byte[] id = Arrays.copyOf(keyId.getBytes(StandardCharsets.US_ASCII), ID_BYTES);
        System.arraycopy(MARK, 0, bytes, 0, MARK.length);
        System.arraycopy(id, 0, bytes, MARK.length, ID_BYTES);
        return new SealedHeader(bytes);
    }

    static SealedHeader read(InputStream in) throws IOException, FileStoreException {
        byte[] bytes = in.readNBytes(LENGTH);
        if (bytes.length < LENGTH || !Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length)) {
            throw new FileStoreException(Kind.DAMAGED, "the file does not begin as an encrypted one");
        }
        return new SealedHeader(bytes);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** The cipher of this file under this name. */
    SegmentCipher cipher(FileKeys keys, FileName name) throws FileStoreException {
        String id = new String(bytes, MARK.length, ID_BYTES, StandardCharsets.US_ASCII).replace("\0", "");
        SecretKey key = keys.find(id)
                .orElseThrow(() -> new FileStoreException(Kind.REFUSED, "there is no key for the file " + name));
        byte[] material = key.getEncoded();
        if (material == null || material.length != KEY_BYTES) {
            throw new FileStoreException(Kind.REFUSED, "the key is not one of 256 bits that can be read");
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(material, "HmacSHA256"));
            mac.update(bytes);
            mac.update(name.value().getBytes(StandardCharsets.US_ASCII));
            return new SegmentCipher(new SecretKeySpec(mac.doFinal(), "AES"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }
}
