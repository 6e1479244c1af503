package io.crmkit.file;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** Seals the segments of one file, whose key no other file has. The nonce is the place and whether it is the last. */
final class SegmentCipher {
    static final int SEGMENT = 65_536;
    static final int SEALED = SEGMENT + 16;

    private static final int TAG_BITS = 128;
    private static final int NONCE_BYTES = 12;

    private final SecretKey key;

    SegmentCipher(SecretKey key) {
        this.key = key;
    }

    /** Where a segment begins in the encrypted file. */
    static long sealedStart(long segment) {
        return SealedHeader.LENGTH + segment * SEALED;
    }

    /** An empty file has one empty segment. */
    static long sealedLength(long length) {
        long segments = Math.max(1, (length + SEGMENT - 1) / SEGMENT);
        return SealedHeader.LENGTH + length + segments * (SEALED - SEGMENT);
    }

    /** How long the file is whose encrypted one is so long; 0 for what is too short to be one. */
    static long openedLength(long sealed) {
        long body = Math.max(0, sealed - SealedHeader.LENGTH);
        long segments = (body + SEALED - 1) / SEALED;
        return Math.max(0, body - segments * (SEALED - SEGMENT));
    }

    byte[] seal(byte[] plain, int length, long place, boolean last) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, place, last).doFinal(plain, 0, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    /** Empty if the segment is not what was sealed for this place. */
    Optional<byte[]> open(byte[] sealed, long place, boolean last) {
        if (sealed.length < SEALED - SEGMENT) {
            return Optional.empty();
        }
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, place, last).doFinal(sealed));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    private Cipher cipher(int mode, long place, boolean last) throws GeneralSecurityException {
        ByteBuffer nonce = ByteBuffer.allocate(NONCE_BYTES);
        nonce.putLong(place).putInt(last ? 1 : 0);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce.array()));
        return cipher;
    }
}
