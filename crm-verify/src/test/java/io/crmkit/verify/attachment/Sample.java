package io.crmkit.verify.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** A file of the tests. */
final class Sample {
    private final String name;
    private final byte[] content;

    Sample(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    /** One of the files that real programs made. */
    static Sample kept(String name) {
        try (InputStream in = Sample.class.getResourceAsStream("good/" + name)) {
            return new Sample(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return name;
    }

    byte[] content() {
        return content.clone();
    }

    int length() {
        return content.length;
    }

    Sample as(String other) {
        return new Sample(other, content);
    }

    /** The first bytes only. */
    Sample cut(int length) {
        return new Sample(name, Arrays.copyOf(content, length));
    }

    /** With one bit turned over. */
    Sample flipped(int at, int bit) {
        byte[] copy = content();
        copy[at] ^= (byte) (1 << bit);
        return new Sample(name, copy);
    }

    /** With bytes behind. */
    Sample plus(byte[] more) {
        return new Sample(name, Bits.joined(content, more));
    }

    @Override
    public String toString() {
        return name;
    }
}
