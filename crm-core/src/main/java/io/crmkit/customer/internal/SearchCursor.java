package io.crmkit.customer.internal;

import io.crmkit.customer.MatchTier;
import io.crmkit.error.InvalidRequestException;
import io.crmkit.error.ViolationCode;
import io.crmkit.id.IdText;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The place of a customer in what a search finds, as a page's cursor. */
record SearchCursor(MatchTier tier, UUID id) {
    private static final Pattern FORM = Pattern.compile("(EXACT|VALUE|WORD|PREFIX|SUFFIX|PART|APPROXIMATE)-(.+)");

    String text() {
        return tier.name() + "-" + IdText.of(id);
    }

    /** @throws InvalidRequestException if it is none that a search gave */
    static SearchCursor parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw InvalidRequestException.of(
                    "cursor", ViolationCode.MALFORMED, "is none that a page gave: begin again with the first page");
        }
        MatchTier tier = MatchTier.valueOf(form.group(1));
        return new SearchCursor(tier, IdText.parse("cursor", form.group(2)));
    }
}
