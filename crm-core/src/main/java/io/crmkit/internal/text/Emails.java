package io.crmkit.internal.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Mail addresses of customers, as stored, compared and shown. */
public final class Emails {

    private static final int MAX_LENGTH = 254;
    private static final int MAX_LOCAL = 64;
    private static final Pattern LABEL =
            Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?");
    private static final String FORBIDDEN_IN_LOCAL = "\"(),:;<>@[\\]";

    private Emails() {}

    /**
     * Gives the form to store: compatibility forms resolved, outer blanks removed, domain in lower case, local part as
     * written. Empty for anything but one plain address: control or invisible characters, line breaks, blanks, quoted
     * local parts, several {@code @}, a domain without a dot.
     */
    public static Optional<String> normalise(String raw) {
        if (raw.length() > 4 * MAX_LENGTH || raw.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        String address = Identifiers.trimmed(Normalizer.normalize(raw, Normalizer.Form.NFKC));
        int at = address.indexOf('@');
        if (at < 0 || address.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String local = address.substring(0, at);
        String domain = address.substring(at + 1).toLowerCase(Locale.ROOT);
        return isLocal(local) && isDomain(domain) ? Optional.of(local + '@' + domain) : Optional.empty();
    }

    /** Gives the key by which two normalised addresses are the same mailbox: the local part in lower case, too. */
    public static String key(String normalised) {
        return normalised.toLowerCase(Locale.ROOT);
    }

    /** Shows the first characters of local part and domain only: {@code a***@d***}. */
    public static String mask(String address) {
        int at = address.lastIndexOf('@');
        return at < 0 ? "***" : first(address.substring(0, at)) + "***@" + first(address.substring(at + 1)) + "***";
    }

    private static String first(String text) {
        return text.isEmpty() ? "" : Character.toString(text.codePointAt(0));
    }

    private static boolean isLocal(String local) {
        return !local.isEmpty()
                && local.length() <= MAX_LOCAL
                && !local.startsWith(".")
                && !local.endsWith(".")
                && !local.contains("..")
                && local.codePoints().allMatch(Emails::isAllowedInLocal);
    }

    private static boolean isAllowedInLocal(int c) {
        int type = Character.getType(c);
        return FORBIDDEN_IN_LOCAL.indexOf(c) < 0
                && !Character.isSpaceChar(c)
                && !Character.isISOControl(c)
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.UNASSIGNED
                && type != Character.PRIVATE_USE;
    }

    private static boolean isDomain(String domain) {
        String[] labels = domain.split("\\.", -1);
        for (String label : labels) {
            if (!LABEL.matcher(label).matches()) {
                return false;
            }
        }
        return labels.length >= 2;
    }
}
