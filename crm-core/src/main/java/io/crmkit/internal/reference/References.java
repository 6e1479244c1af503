package io.crmkit.internal.reference;

import io.crmkit.internal.identifier.Secrets;
import io.crmkit.internal.identifier.WalletAddress;
import io.crmkit.internal.phone.Phones;
import io.crmkit.internal.reference.Reference.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what a text refers to. Digits of all scripts, invisible characters, and hyphens and blanks between digits do not
 * matter. Keys to money are never among the references. Thread-safe; takes time linear in the length of a text, the host's
 * pattern aside.
 */
public final class References {
    /** The most references of one text; what stands behind them is left out. */
    public static final int MOST = 500;
    /** The most characters of a number or code; a longer one is none. */
    public static final int LONGEST = 90;

    private static final Pattern ADDRESS = Pattern.compile("(?i)(?:https?://|\\bwww\\.)[^\\s<>\"'/?#]{1,300}");
    private static final Pattern HOST = Pattern.compile("[a-z0-9-]++(?:\\.[a-z0-9-]++)++");
    private static final Pattern HEX = Pattern.compile("(0x)?[0-9a-fA-F]{64}");
    private static final Pattern SIGNATURE = Pattern.compile("[1-9A-HJ-NP-Za-km-z]{86,88}");
    private static final int FEWEST_PHONE_DIGITS = 7;
    private static final int MOST_PHONE_DIGITS = 15;
    /** Longer codes in both cases are Base58 rather than somebody's number; there the case tells them apart. */
    private static final int MAY_BE_BASE58 = 26;

    private final Optional<Pattern> orders;
    private final Optional<String> region;

    /**
     * A finder.
     *
     * @param orders what the host's order ids look like
     * @param region whose national telephone numbers are meant where the country's code is missing
     */
    public References(Optional<Pattern> orders, Optional<String> region) {
        this.orders = orders;
        this.region = region;
    }

    /** Whose national telephone numbers are meant where the country's code is missing. */
    public Optional<String> region() {
        return region;
    }

    /** What the text refers to, each once with its first place, in the order of the places. */
    public List<Reference> in(String text) {
        return new Search(VisibleText.of(text)).all();
    }

    /** The search through one text. */
    private final class Search {
        private final VisibleText visible;
        private final String text;
        private final boolean called;
        private final Map<String, Reference> found = new LinkedHashMap<>();

        Search(VisibleText visible) {
            this.visible = visible;
            this.text = visible.text();
            this.called = Secrets.isCalled(text);
        }

        List<Reference> all() {
            addHosts();
            List<Word> words = Word.in(text);
            orders.ifPresent(this::addOrders);
            for (int i = 0; i < words.size() && found.size() < MOST; ) {
                int end = Word.endOfChain(text, words, i);
                addChain(words.subList(i, end));
                i = end;
            }
            List<Reference> all = new ArrayList<>(found.values());
            all.sort((a, b) -> Integer.compare(a.start(), b.start()));
            return List.copyOf(all.subList(0, Math.min(MOST, all.size())));
        }

        private void addHosts() {
            Matcher matcher = ADDRESS.matcher(text);
            while (found.size() < MOST && matcher.find()) {
                int start = matcher.start();
                String authority = matcher.group();
                int scheme = authority.indexOf("://");
                int from = Math.max(scheme < 0 ? 0 : scheme + 3, authority.lastIndexOf('@') + 1);
                int port = authority.indexOf(':', from);
                int to = port < 0 ? authority.length() : port;
                int begin = start + from;
                host(authority.substring(from, to)).ifPresent(host -> add(Kind.HOST, host, begin, start + to));
            }
        }

        private void addOrders(Pattern pattern) {
            Matcher matcher = pattern.matcher(text);
            while (found.size() < MOST && matcher.find()) {
                String joined = Word.joined(Word.in(matcher.group()));
                if (!joined.isEmpty() && joined.length() <= LONGEST && !isSecret(joined)) {
                    add(Kind.ORDER, inItsCase(joined), matcher.start(), matcher.end());
                }
            }
        }

        private void addChain(List<Word> chain) {
            int start = chain.get(0).start();
            int end = chain.get(chain.size() - 1).end();
            if (chain.stream().anyMatch(word -> isSecret(word.text())) || isSecret(Word.joined(chain))) {
                return;
            }
            addPhone(chain);
            addCode(Word.joined(chain), start, end);
            if (chain.size() > 1) {
                chain.forEach(word -> addCode(word.text(), word.start(), word.end()));
            }
        }

        private void addPhone(List<Word> chain) {
            String digits = Word.joined(chain);
            if (digits.length() < FEWEST_PHONE_DIGITS
                    || digits.length() > MOST_PHONE_DIGITS
                    || !chain.stream().allMatch(Word::isDigits)) {
                return;
            }
            int start = chain.get(0).start();
            boolean abroad = text.substring(Math.max(0, start - 2), start).indexOf('+') >= 0;
            if (abroad || region.isPresent()) {
                int end = chain.get(chain.size() - 1).end();
                Phones.normalise((abroad ? "+" : "") + digits, region.orElse("ZZ"))
                        .ifPresent(phone -> add(Kind.PHONE, phone, start, end));
            }
        }

        private void addCode(String code, int start, int end) {
            if (HEX.matcher(code).matches()) {
                add(Kind.TRANSACTION, withoutPrefix(code.toLowerCase(Locale.ROOT)), start, end);
                return;
            }
            Optional<WalletAddress> wallet = WalletAddress.of(code);
            if (wallet.isPresent()) {
                add(Kind.WALLET, wallet.get().canonical(), start, end);
            } else if (SIGNATURE.matcher(code).matches() && Word.countDigits(code) > 0) {
                add(Kind.TRANSACTION, code, start, end);
            } else if (Word.isNumber(code) && code.length() <= LONGEST) {
                add(Kind.NUMBER, withoutPrefix(inItsCase(code)), start, end);
            }
        }

        private boolean isSecret(String word) {
            return Secrets.isKey(word, called);
        }

        private void add(Kind kind, String value, int start, int end) {
            boolean known = kind == Kind.NUMBER && found.containsKey(Kind.ORDER + value);
            if (!known) {
                Reference reference = new Reference(kind, value, visible.startOf(start), visible.endBefore(end));
                found.putIfAbsent(kind + value, reference);
            }
        }
    }

    private static Optional<String> host(String written) {
        String name = written.replaceAll("[.,;:!)\\]}؟،]+$", "");
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.length() <= LONGEST && HOST.matcher(lower).matches() ? Optional.of(lower) : Optional.empty();
    }

    /** In lower case, but for what may be Base58. */
    static String inItsCase(String code) {
        String lower = code.toLowerCase(Locale.ROOT);
        boolean mixed = !code.equals(lower) && !code.equals(code.toUpperCase(Locale.ROOT));
        return mixed && code.length() >= MAY_BE_BASE58 && !code.startsWith("0x") ? code : lower;
    }

    private static String withoutPrefix(String code) {
        return code.startsWith("0x") ? code.substring(2) : code;
    }
}
