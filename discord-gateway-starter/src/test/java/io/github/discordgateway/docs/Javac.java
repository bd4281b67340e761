package io.github.discordgateway.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

import com.sun.source.util.JavacTask;

/**
 * The compiler of the JDK, on the class path of the tests.
 */
final class Javac {

	private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

	private static final List<String> OPTIONS = List.of("--release", "17", "-parameters", "-proc:none",
			"-Xlint:all,-classfile,-path,-processing,-serial", "-Werror", "--should-stop=ifError=FLOW");

	private Javac() {
	}

	/**
	 * Compiles sources together.
	 * @param sources the sources by what a complaint names them with
	 * @param output the folder for the classes
	 * @return what the compiler complains about, by the name of the source; empty when it
	 * does not
	 */
	static Map<String, List<String>> compile(Map<String, String> sources, Path output) {
		DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
		try (StandardJavaFileManager files = COMPILER.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
			files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(Files.createDirectories(output)));
			List<Source> units = new ArrayList<>();
			sources.forEach((name, code) -> units.add(new Source(name, code)));
			boolean compiled = COMPILER.getTask(null, files, diagnostics, OPTIONS, null, units).call();
			if (!compiled && diagnostics.getDiagnostics().stream().allMatch((found) -> found.getSource() == null)) {
				throw new IllegalStateException("The compiler failed: " + diagnostics.getDiagnostics());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Map<String, List<String>> complaints = new LinkedHashMap<>();
		for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
			String source = (diagnostic.getSource() instanceof Source named) ? named.title : "";
			complaints.computeIfAbsent(source, (name) -> new ArrayList<>()).add(diagnostic.toString());
		}
		return complaints;
	}

	/** Whether this is a source, as far as the grammar can tell. */
	static boolean parses(String code) {
		DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
		JavacTask task = (JavacTask) COMPILER.getTask(null, null, diagnostics, OPTIONS, null,
				List.of(new Source("parsed", code)));
		try {
			task.parse();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return diagnostics.getDiagnostics().stream().noneMatch((found) -> found.getKind() == Diagnostic.Kind.ERROR);
	}

	private static final class Source extends SimpleJavaFileObject {

		private final String title;

		private final String code;

		Source(String title, String code) {
			super(URI.create("memory:///" + title.replace(':', '/') + Kind.SOURCE.extension), Kind.SOURCE);
			this.title = title;
			this.code = code;
		}

		/** Any: a class need not be named like its page. */
		@Override
		public boolean isNameCompatible(String simpleName, Kind kind) {
			return kind == Kind.SOURCE && !simpleName.endsWith("-info");
		}

		@Override
		public CharSequence getCharContent(boolean ignoreEncodingErrors) {
			return this.code;
		}

	}

}
