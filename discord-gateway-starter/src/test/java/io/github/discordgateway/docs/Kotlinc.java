package io.github.discordgateway.docs;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;

/**
 * The compiler of Kotlin, on the class path of the tests.
 */
final class Kotlinc {

	private Kotlinc() {
	}

	/**
	 * Compiles sources together.
	 * @param sources the sources by the names of their files, without extension
	 * @param folder where the sources are written to
	 * @param output the folder for the classes
	 * @return what the compiler complains about; empty when it does not
	 */
	static String compile(Map<String, String> sources, Path folder, Path output) {
		List<String> arguments = new ArrayList<>(List.of("-no-stdlib", "-no-reflect", "-classpath", classPath(),
				"-jvm-target", "17", "-java-parameters", "-Werror", "-Xjsr305=strict", "-d", output.toString()));
		try {
			Files.createDirectories(folder);
			for (Map.Entry<String, String> source : sources.entrySet()) {
				arguments.add(Files.writeString(folder.resolve(source.getKey() + ".kt"), source.getValue()).toString());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		ByteArrayOutputStream complaints = new ByteArrayOutputStream();
		ExitCode code = new K2JVMCompiler().exec(new PrintStream(complaints, true, StandardCharsets.UTF_8),
				arguments.toArray(String[]::new));
		return (code != ExitCode.OK) ? code + "\n" + complaints.toString(StandardCharsets.UTF_8) : "";
	}

	/** Without folders that are not there, of which the compiler complains. */
	private static String classPath() {
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> Files.exists(Path.of(entry)))
			.collect(Collectors.joining(File.pathSeparator));
	}

}
