package io.crmkit.attachment.internal.inspect;

import javax.imageio.stream.ImageInputStreamImpl;

/** An array for ImageIO, without the second copy and the temporary file that its own streams would make. */
final class ArrayImageStream extends ImageInputStreamImpl {
    private final byte[] array;
    private final Effort effort;

    ArrayImageStream(Bytes content) {
        this.array = content.array();
        this.effort = content.effort();
    }

    @Override
    public int read() {
        bitOffset = 0;
        effort.spend(1);
        return streamPos < array.length ? array[(int) streamPos++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        bitOffset = 0;
        if (streamPos >= array.length) {
            return -1;
        }
        int count = Math.min(length, array.length - (int) streamPos);
        effort.spend(count);
        System.arraycopy(array, (int) streamPos, target, offset, count);
        streamPos += count;
        return count;
    }

    @Override
    public long length() {
        return array.length;
    }
}
