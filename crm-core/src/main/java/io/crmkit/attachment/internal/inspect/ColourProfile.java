package io.crmkit.attachment.internal.inspect;

/** Looks whether bytes are a colour profile, so that nothing else is kept under that name. Source: ICC.1, 7.2. */
final class ColourProfile {
    static final int MOST_BYTES = 1 << 20;

    private static final int HEADER = 128;

    private ColourProfile() {}

    static boolean is(Bytes profile) {
        return profile.length() >= HEADER && profile.has(36, "acsp") && profile.u32(0) == profile.length();
    }
}
