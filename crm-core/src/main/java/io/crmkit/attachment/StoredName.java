package io.crmkit.attachment;

import io.crmkit.actor.ActorId;
import io.crmkit.actor.CustomerId;
import io.crmkit.error.Checks;
import io.crmkit.error.InvalidRequestException;
import io.crmkit.error.ViolationCode;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;

/**
 * The name under which a file is stored: {@code [20 random characters]-[agent]-[customer].[extension]}, such as
 * {@code 7Qm2ZkT0bXw9LcR4vNfE-sara-01JD3M5V7Q8R9S0T1V2W3X4Y5Z.pdf}; 243 characters at most, all of them letters, digits,
 * underscores, hyphens and one dot, so every file server takes it.
 *
 * <p>The parts hold no hyphen, so the name splits in one way only. Of the agent's id letters and digits stay as they are;
 * any other character is written as an underscore and the two hexadecimal digits (lower case) of its ASCII code:
 * {@code sara.k@desk} becomes {@code sara_2ek_40desk}. In place of the agent stands {@code self} for a file of the
 * customer's own and {@code mail} for one that came by mail; agents of these names are written {@code _73elf} and
 * {@code _6dail}.
 *
 * <p>The name tells where a file belongs, and proves nothing: what a caller may do with it, the attachment's record says.
 *
 * @param value the whole name
 */
public record StoredName(String value) {
    /** How many random characters a name begins with. */
    public static final int RANDOM_LENGTH = 20;

    private static final String SYMBOLS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final String SELF = "self";
    private static final String MAIL = "mail";
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{20}-([A-Za-z0-9]|_[0-9a-f]{2}){1,64}"
            + "-[0-7][0-9A-HJKMNP-TV-Z]{25}\\.(jpg|png|gif|pdf|doc|docx)");

    /** @throws InvalidRequestException if it is not a name as described above */
    public StoredName {
        Checks.that("").matches("storedName", value, FORM).done();
        String agent = part(value, 1);
        Checks.that("")
                .nested(() -> named(agent))
                .require(
                        reserved(agent) || written(read(agent)).equals(agent),
                        "storedName",
                        ViolationCode.MALFORMED,
                        "writes its agent in another way")
                .done();
    }

    /** From whom a stored file came. */
    public enum Source {
        /** An agent uploaded it. */
        AGENT,
        /** The customer uploaded it. */
        CUSTOMER,
        /** It came by mail. */
        MAIL
    }

    /**
     * Names a file that an agent uploaded.
     *
     * @param random a source of unpredictable bits, such as {@code secureRandom::nextInt}
     */
    public static StoredName ofAgent(ActorId agent, CustomerId customer, FileType type, IntSupplier random) {
        return of(written(agent.value()), customer, type, random);
    }

    /**
     * Names a file that the customer uploaded.
     *
     * @param random a source of unpredictable bits, such as {@code secureRandom::nextInt}
     */
    public static StoredName ofCustomer(CustomerId customer, FileType type, IntSupplier random) {
        return of(SELF, customer, type, random);
    }

    /**
     * Names a file that came by mail.
     *
     * @param random a source of unpredictable bits, such as {@code secureRandom::nextInt}
     */
    public static StoredName ofMail(CustomerId customer, FileType type, IntSupplier random) {
        return of(MAIL, customer, type, random);
    }

    /** Makes a name of what a store found; empty if it has another form, so that somebody else put it there. */
    public static Optional<StoredName> find(String value) {
        try {
            return Optional.of(new StoredName(value));
        } catch (InvalidRequestException e) {
            return Optional.empty();
        }
    }

    private static StoredName of(String agent, CustomerId customer, FileType type, IntSupplier random) {
        return new StoredName(random(random) + "-" + agent + "-" + customer + "." + type.extension());
    }

    /** Takes six bits at a time and leaves out the two values that no symbol has, so all symbols are equally likely. */
    private static String random(IntSupplier source) {
        StringBuilder text = new StringBuilder(RANDOM_LENGTH);
        while (text.length() < RANDOM_LENGTH) {
            int symbol = source.getAsInt() >>> 26;
            if (symbol < SYMBOLS.length()) {
                text.append(SYMBOLS.charAt(symbol));
            }
        }
        return text.toString();
    }

    /** Returns from whom the file came. */
    public Source source() {
        return switch (part(value, 1)) {
            case SELF -> Source.CUSTOMER;
            case MAIL -> Source.MAIL;
            default -> Source.AGENT;
        };
    }

    /** Returns the agent who uploaded it; empty for a customer's or a mailed file. */
    public Optional<ActorId> agent() {
        String agent = part(value, 1);
        return named(agent);
    }

    private static Optional<ActorId> named(String agent) {
        return reserved(agent) ? Optional.empty() : Optional.of(new ActorId(read(agent)));
    }

    /** Returns to which customer it belonged when it was stored. */
    public CustomerId customer() {
        String last = part(value, 2);
        return CustomerId.parse(last.substring(0, last.indexOf('.')));
    }

    /** Returns the type that its inspection found. */
    public FileType type() {
        return FileType.ofExtension(value.substring(value.indexOf('.') + 1)).orElseThrow();
    }

    private static String part(String name, int number) {
        return name.split("-", 3)[number];
    }

    private static boolean reserved(String agent) {
        return agent.equals(SELF) || agent.equals(MAIL);
    }

    private static String written(String id) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean plain = c < 0x80 && Character.isLetterOrDigit(c);
            text.append(
                    plain && !(i == 0 && reserved(id))
                            ? String.valueOf(c)
                            : "_" + HexFormat.of().toHexDigits((byte) c));
        }
        return text.toString();
    }

    private static String read(String agent) {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < agent.length(); i++) {
            if (agent.charAt(i) == '_') {
                id.append((char) Integer.parseInt(agent.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                id.append(agent.charAt(i));
            }
        }
        return id.toString();
    }

    /** The name itself: it holds ids only. */
    @Override
    public String toString() {
        return value;
    }
}
