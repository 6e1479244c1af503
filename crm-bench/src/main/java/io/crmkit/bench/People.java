package io.crmkit.bench;

import io.crmkit.customer.RegisterCustomer;
import java.util.List;
import java.util.Random;

/** Made-up customers of three scripts, always the same ones, and what people type to find them. */
final class People {
    private static final List<String> GIVEN = List.of(
            "علی",
            "علی‌رضا",
            "محمد",
            "محمدرضا",
            "حسین",
            "سارا",
            "مریم",
            "زهرا",
            "آرش",
            "پریسا",
            "مهدی",
            "نرگس",
            "கவிதா",
            "முருகன்",
            "செல்வம்",
            "பிரியா",
            "மீனாட்சி",
            "Ali",
            "Sara",
            "Grace",
            "José",
            "Łukasz",
            "Elena",
            "Michael");
    private static final List<String> FAMILY_BEGINNING = List.of(
            "رضا", "کریم", "محمد", "احمد", "حسین", "نور", "صادق", "جعفر", "قاسم", "شیراز", "ராம", "சுப்பிர", "பழனி",
            "கிருஷ்", "Ander", "Fernan", "Kowal", "Mac", "Ivan", "Linden");
    private static final List<String> FAMILY_END =
            List.of("ی", "یان", "زاده", "پور", "نژاد", "‌نیا", "சாமி", "ணன்", "son", "dez", "ski", "berg");
    private static final List<String> WORDS = List.of(
            "falcon", "tiger", "river", "comet", "amber", "cedar", "delta", "ember", "frost", "gamma", "hazel", "karma",
            "lunar", "maple", "nexus", "omega", "pixel", "raven", "solar", "topaz");
    private static final String HEX = "0123456789abcdef";
    private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    private final Random random = new Random(42);

    /** One of them. */
    record Person(String given, String family, String username, String phone, String email, String wallet) {
        RegisterCustomer command() {
            return RegisterCustomer.named(given, family)
                    .username(username)
                    .phone(phone)
                    .email(email)
                    .identifier("wallet", wallet);
        }
    }

    Person next(int k) {
        String given = pick(GIVEN);
        String family = pick(FAMILY_BEGINNING) + pick(FAMILY_END);
        if (random.nextInt(5) == 0) {
            family = family.replace('ی', 'ي').replace('ک', 'ك');
        }
        String name = pick(WORDS) + (random.nextBoolean() ? "_" : "") + pick(WORDS);
        String wallet = random.nextBoolean()
                ? "0x" + some(HEX, 32) + String.format("%08x", k)
                : "T" + some(BASE58, 25) + (k + 10_000_000);
        String phone = "09" + (10 + random.nextInt(30)) + some("0123456789", 7);
        String email =
                pick(WORDS) + "." + pick(WORDS) + k % 10_000 + (random.nextBoolean() ? "@gmail.com" : "@example.org");
        return new Person(given, family, name + k, phone, email, wallet);
    }

    /** What somebody types who looks for a person. */
    String typed(Kind kind, Person person) {
        return switch (kind) {
            case LETTER -> start(person.family(), 1);
            case TWO_LETTERS -> start(person.family(), 2);
            case THREE_LETTERS -> start(person.family(), 3);
            case NAME -> person.given() + " " + person.family();
            case PART_OF_NAME -> part(person.family(), 3);
            case PART_OF_EMAIL -> part(person.email(), 6);
            case PART_OF_PHONE -> part(person.phone(), 5);
            case LAST_FOUR -> end(person.phone(), 4);
            case END_OF_WALLET -> end(person.wallet(), 6);
            case PHONE -> "+98 " + person.phone().substring(1);
            case EMAIL -> person.email();
            case USERNAME -> person.username();
            case WALLET -> person.wallet();
            case TWO_FIELDS -> start(person.given(), 3) + " " + start(person.phone(), 6);
            case SLIP -> slip(person.username());
            case NOBODY -> some("bcdfghjk", 8);
            case FREQUENT -> pick(List.of("09", "gmail", "com", "علی", "رضا", "0912", "ali"));
        };
    }

    /** Kinds of queries. */
    enum Kind {
        LETTER,
        TWO_LETTERS,
        THREE_LETTERS,
        NAME,
        PART_OF_NAME,
        PART_OF_EMAIL,
        PART_OF_PHONE,
        LAST_FOUR,
        END_OF_WALLET,
        PHONE,
        EMAIL,
        USERNAME,
        WALLET,
        TWO_FIELDS,
        SLIP,
        NOBODY,
        FREQUENT
    }

    private String slip(String word) {
        int at = 1 + random.nextInt(word.length() - 2);
        return word.substring(0, at) + word.substring(at + 1);
    }

    private String part(String text, int length) {
        int from = random.nextInt(Math.max(1, text.length() - length + 1));
        return text.substring(from, Math.min(text.length(), from + length));
    }

    private static String start(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
    }

    private static String end(String text, int length) {
        return text.substring(text.length() - length);
    }

    private String some(String letters, int count) {
        StringBuilder text = new StringBuilder();
        random.ints(count, 0, letters.length()).forEach(i -> text.append(letters.charAt(i)));
        return text.toString();
    }

    private String pick(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }
}
