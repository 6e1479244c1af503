package io.crmkit.attachment.internal.inspect;

import io.crmkit.attachment.Dimensions;
import io.crmkit.attachment.InspectionPolicy;
import io.crmkit.attachment.RefusalCode;

/** How large pictures may claim to be; asked before anything is decoded. */
final class ImageLimits {
    private ImageLimits() {}

    static Dimensions checked(long width, long height, InspectionPolicy policy) {
        if (width < 1 || height < 1) {
            throw Refusal.damaged("The picture has no width or no height.");
        }
        if (width > policy.maxSide() || height > policy.maxSide()) {
            throw tooMany("A side of the picture is longer than " + policy.maxSide() + " pixels.");
        }
        total(width * height, policy);
        return new Dimensions((int) width, (int) height);
    }

    static void total(long pixels, InspectionPolicy policy) {
        if (pixels > policy.maxPixels()) {
            throw tooMany("The picture has more than " + policy.maxPixels() + " pixels.");
        }
    }

    private static Refusal tooMany(String reason) {
        return new Refusal(RefusalCode.TOO_MANY_PIXELS, reason);
    }
}
