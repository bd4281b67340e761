package io.github.discordgateway;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a class of the tests in a process of its own, which a test may kill. Such a
 * process lives shortly and beside others: it starts with as little work as possible, and
 * ends rather than going on without memory.
 */
public final class ChildJvm {

	private ChildJvm() {
	}

	/**
	 * Starts a process.
	 * @param main the class with the main method
	 * @param log gets what the process writes, behind what is there already
	 * @param arguments those of the main method
	 * @return the process
	 * @throws IOException if it cannot be started
	 */
	public static Process start(Class<?> main, Path log, List<String> arguments) throws IOException {
		return of(main, arguments).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
			.start();
	}

	/**
	 * Prepares a process whose output the test reads.
	 * @param main the class with the main method
	 * @param arguments those of the main method
	 * @return starts the process
	 */
	public static ProcessBuilder of(Class<?> main, List<String> arguments) {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-XX:+UseSerialGC", "-Xmx256m", "-XX:+ExitOnOutOfMemoryError",
						"-Dspring.reactor.netty.shutdown-quiet-period=0s",
						"-Dspring.data.redis.repositories.enabled=false", "-Dspring.jackson.find-and-add-modules=false",
						"-cp", System.getProperty("java.class.path"), main.getName()));
		command.addAll(arguments);
		return new ProcessBuilder(command);
	}

}
