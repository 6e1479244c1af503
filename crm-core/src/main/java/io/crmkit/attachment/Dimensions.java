package io.crmkit.attachment;

/**
 * The size of a picture as it is stored: an orientation noted in the file is not applied.
 *
 * @param width in pixels
 * @param height in pixels
 */
public record Dimensions(int width, int height) {
    /** Returns how many pixels that are. */
    public long pixels() {
        return (long) width * height;
    }

    /** Such as {@code 640x480}. */
    @Override
    public String toString() {
        return width + "x" + height;
    }
}
