package io.crmkit.customer.internal;

import io.crmkit.customer.AttributeDefinition;
import io.crmkit.internal.text.Folding;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The text form of attribute values by type: brought into one form, or refused. */
final class AttributeValues {
    private static final int MAX_TEXT = 500;
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,40}");
    private static final String NUMBER = "-?[0-9]{1,40}(\\.[0-9]{1,18})?";
    private static final Pattern DECIMAL = Pattern.compile(NUMBER);
    private static final Pattern MONEY = Pattern.compile(NUMBER + " [A-Z0-9]{2,12}");
    private static final Pattern ASSET = Pattern.compile("[A-Z0-9]{2,12}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    private AttributeValues() {}

    /** The value as it is stored; empty if it does not fit the definition. Digits of any script count as digits. */
    static Optional<String> canonical(AttributeDefinition definition, String raw) {
        String value = raw.strip();
        String ascii = Folding.digits(value);
        return switch (definition.type()) {
            case TEXT -> Optional.of(value).filter(AttributeValues::isLine);
            case INTEGER -> matching(INTEGER, ascii).map(BigInteger::new).map(BigInteger::toString);
            case DECIMAL -> matching(DECIMAL, ascii);
            case BOOLEAN -> Optional.of(value).filter(v -> v.equals("true") || v.equals("false"));
            case DATE -> parsed(ascii, LocalDate::parse);
            case INSTANT -> parsed(ascii, Instant::parse);
            case ENUM -> Optional.of(value).filter(definition.options()::contains);
            case MULTI_ENUM -> choices(definition, value);
            case MONEY -> matching(MONEY, ascii);
            case ASSET_SET -> assets(value);
        };
    }

    /** What would fit, for the refusal. */
    static String form(AttributeDefinition definition) {
        return switch (definition.type()) {
            case TEXT -> "must be one line of at most " + MAX_TEXT + " characters";
            case INTEGER -> "must be a whole number";
            case DECIMAL -> "must be a decimal number such as 12.50";
            case BOOLEAN -> "must be true or false";
            case DATE -> "must be a date such as 2026-03-21";
            case INSTANT -> "must be a time such as 2026-03-21T08:00:00Z";
            case ENUM -> "must be one of " + definition.options();
            case MULTI_ENUM -> "must be some of " + definition.options() + " divided by commas";
            case MONEY -> "must be an amount, a blank and an asset, such as 12.5 USDT";
            case ASSET_SET -> "must be asset codes divided by commas, such as BTC,ETH";
        };
    }

    private static boolean isLine(String value) {
        return value.length() <= MAX_TEXT && !CONTROL.matcher(value).find();
    }

    private static Optional<String> matching(Pattern form, String value) {
        return Optional.of(value).filter(v -> form.matcher(v).matches());
    }

    private static Optional<String> parsed(String value, Function<String, Object> parse) {
        try {
            return Optional.of(parse.apply(value).toString());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> choices(AttributeDefinition definition, String value) {
        Set<String> wanted = parts(value);
        if (!definition.options().containsAll(wanted)) {
            return Optional.empty();
        }
        return Optional.of(
                definition.options().stream().filter(wanted::contains).collect(Collectors.joining(",")));
    }

    private static Optional<String> assets(String value) {
        Set<String> codes = parts(value);
        boolean fit = codes.stream().allMatch(code -> ASSET.matcher(code).matches());
        return Optional.of(String.join(",", codes)).filter(v -> fit && v.length() <= MAX_TEXT);
    }

    private static Set<String> parts(String value) {
        Set<String> parts = new TreeSet<>();
        for (String part : value.split(",", -1)) {
            parts.add(part.strip());
        }
        return parts;
    }
}
