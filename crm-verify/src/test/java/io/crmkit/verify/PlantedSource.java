package io.crmkit.verify;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** One source file, compiled with the arguments that the build gives to javac. */
final class PlantedSource extends SimpleJavaFileObject {

    private final String code;

    PlantedSource(String typeName, String code) {
        super(URI.create("string:///planted/" + typeName + ".java"), Kind.SOURCE);
        this.code = code;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return code;
    }

    /** Everything the compiler had to say; empty when it accepts the source. */
    List<String> complaints(Path output) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        String path = System.getProperty("java.class.path");
        List<String> arguments = List.of(
                "--release=17",
                "-proc:none",
                "-d",
                output.toString(),
                "-classpath",
                path,
                "-processorpath",
                path,
                System.getProperty("javac.lint") + ",-path",
                System.getProperty("javac.doclint"),
                "-XDcompilePolicy=simple",
                "--should-stop=ifError=FLOW",
                System.getProperty("errorprone.arguments"));

        compiler.getTask(null, null, found, arguments, null, List.of(this)).call();

        return found.getDiagnostics().stream().map(PlantedSource::text).toList();
    }

    private static String text(Diagnostic<?> diagnostic) {
        return diagnostic.getKind() + " " + diagnostic.getCode() + " " + diagnostic.getMessage(Locale.ROOT);
    }
}
