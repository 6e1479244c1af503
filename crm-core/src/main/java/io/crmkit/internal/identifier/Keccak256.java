package io.crmkit.internal.identifier;

/**
 * Keccak with 256 bits and its first padding, as Ethereum uses it; the JDK has only SHA3-256, which pads in another way.
 */
final class Keccak256 {
    private static final int RATE = 136;
    private static final int LANES = 25;
    private static final int SIZE = 32;

    private static final long[] ROUNDS = {
        0x0000000000000001L, 0x0000000000008082L, 0x800000000000808aL, 0x8000000080008000L,
        0x000000000000808bL, 0x0000000080000001L, 0x8000000080008081L, 0x8000000000008009L,
        0x000000000000008aL, 0x0000000000000088L, 0x0000000080008009L, 0x000000008000000aL,
        0x000000008000808bL, 0x800000000000008bL, 0x8000000000008089L, 0x8000000000008003L,
        0x8000000000008002L, 0x8000000000000080L, 0x000000000000800aL, 0x800000008000000aL,
        0x8000000080008081L, 0x8000000000008080L, 0x0000000080000001L, 0x8000000080008008L
    };
    private static final int[] ROTATIONS = {
        0, 1, 62, 28, 27, 36, 44, 6, 55, 20, 3, 10, 43, 25, 39, 41, 45, 15, 21, 8, 18, 2, 61, 56, 14
    };

    private Keccak256() {}

    static byte[] of(byte[] input) {
        byte[] padded = new byte[(input.length / RATE + 1) * RATE];
        System.arraycopy(input, 0, padded, 0, input.length);
        padded[input.length] ^= 0x01;
        padded[padded.length - 1] ^= (byte) 0x80;
        long[] state = new long[LANES];
        for (int block = 0; block < padded.length; block += RATE) {
            for (int i = 0; i < RATE; i++) {
                state[i / 8] ^= (padded[block + i] & 0xffL) << (8 * (i % 8));
            }
            permute(state);
        }
        byte[] hash = new byte[SIZE];
        for (int i = 0; i < SIZE; i++) {
            hash[i] = (byte) (state[i / 8] >>> (8 * (i % 8)));
        }
        return hash;
    }

    private static void permute(long[] state) {
        for (long round : ROUNDS) {
            mixColumns(state);
            long[] moved = new long[LANES];
            for (int x = 0; x < 5; x++) {
                for (int y = 0; y < 5; y++) {
                    int from = x + 5 * y;
                    moved[y + 5 * ((2 * x + 3 * y) % 5)] = Long.rotateLeft(state[from], ROTATIONS[from]);
                }
            }
            for (int i = 0; i < LANES; i++) {
                int row = i - i % 5;
                state[i] = moved[i] ^ (~moved[row + (i + 1) % 5] & moved[row + (i + 2) % 5]);
            }
            state[0] ^= round;
        }
    }

    private static void mixColumns(long[] state) {
        long[] parity = new long[5];
        for (int i = 0; i < LANES; i++) {
            parity[i % 5] ^= state[i];
        }
        for (int i = 0; i < LANES; i++) {
            int column = i % 5;
            state[i] ^= parity[(column + 4) % 5] ^ Long.rotateLeft(parity[(column + 1) % 5], 1);
        }
    }
}
