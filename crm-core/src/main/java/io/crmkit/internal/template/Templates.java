package io.crmkit.internal.template;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Plain texts with variables: {@code {{number}}}. There is no logic, values are never expanded again, and nothing is
 * escaped, since the results are plain text. Thread-safe.
 */
public final class Templates {

    private static final Pattern VARIABLE = Pattern.compile("[a-zA-Z][a-zA-Z0-9]*");
    private static final Set<String> RIGHT_TO_LEFT =
            Set.of("ar", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "ug", "ur", "yi");
    private static final char ISOLATE = '\u2068';
    private static final char END_OF_ISOLATE = '\u2069';
    private static final Mustache.Compiler COMPILER = Mustache.compiler().escapeHTML(false);

    private Templates() {}

    /**
     * Renders a text. Control characters and direction overrides of values are dropped, line ends become blanks. In
     * languages written from right to left, values stand in isolates, so that numbers and Latin codes keep their order.
     *
     * @throws IllegalArgumentException when the template is malformed or a variable has no value, naming it
     */
    public static String render(String template, Map<String, String> values, Locale language) {
        for (String variable : variables(template)) {
            if (!values.containsKey(variable)) {
                throw new IllegalArgumentException("the variable '" + variable + "' has no value");
            }
        }
        boolean isolated = isRightToLeft(language);
        Mustache.Formatter formatter = value -> asText(value.toString(), isolated);
        return COMPILER.withFormatter(formatter).compile(template).execute(values);
    }

    /**
     * Lists the variables of a template in order of appearance, each once.
     *
     * @throws IllegalArgumentException when the template is malformed or has anything but variables and comments
     */
    public static List<String> variables(String template) {
        VariableCollector found = new VariableCollector();
        try {
            Template compiled = COMPILER.compile(template);
            compiled.visit(found);
        } catch (MustacheException | IndexOutOfBoundsException e) {
            // The library fails with the latter for a variable without name.
            throw new IllegalArgumentException("the template is malformed: " + e.getMessage(), e);
        }
        return List.copyOf(found.names);
    }

    /** Tells whether texts of a language run from right to left. */
    public static boolean isRightToLeft(Locale language) {
        return RIGHT_TO_LEFT.contains(language.getLanguage());
    }

    private static String asText(String value, boolean isolated) {
        StringBuilder out = new StringBuilder(value.length() + 2);
        if (isolated) {
            out.append(ISOLATE);
        }
        value.replace("\r\n", "\n").codePoints().forEach(c -> appendText(out, c));
        if (isolated) {
            out.append(END_OF_ISOLATE);
        }
        return out.toString();
    }

    private static void appendText(StringBuilder out, int c) {
        if (c == '\n' || c == '\r' || c == '\t') {
            out.append(' ');
        } else if (!Character.isISOControl(c) && !isDirectionOverride(c)) {
            out.appendCodePoint(c);
        }
    }

    /** Embeddings, overrides and isolates would reach beyond the value; single direction marks and joiners would not. */
    private static boolean isDirectionOverride(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    /** Collects variable names and refuses everything else that the template language knows. */
    private static final class VariableCollector implements Mustache.Visitor {

        private final Set<String> names = new LinkedHashSet<>();

        @Override
        public void visitText(String text) {
            if (text.contains("{{") || text.contains("}}")) {
                throw new IllegalArgumentException("a variable is empty or not closed");
            }
        }

        @Override
        public void visitVariable(String name) {
            if (!VARIABLE.matcher(name).matches() || name.equals("this")) {
                throw new IllegalArgumentException("'" + name + "' is not a variable: letters and digits are");
            }
            names.add(name);
        }

        @Override
        public boolean visitInclude(String name) {
            throw notAllowed(name);
        }

        @Override
        public boolean visitParent(String name) {
            throw notAllowed(name);
        }

        @Override
        public boolean visitBlock(String name) {
            throw notAllowed(name);
        }

        @Override
        public boolean visitSection(String name) {
            throw notAllowed(name);
        }

        @Override
        public boolean visitInvertedSection(String name) {
            throw notAllowed(name);
        }

        private static IllegalArgumentException notAllowed(String name) {
            return new IllegalArgumentException(
                    "'" + name + "' is a section or include: templates have variables only");
        }
    }
}
