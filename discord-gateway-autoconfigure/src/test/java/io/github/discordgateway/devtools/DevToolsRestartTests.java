package io.github.discordgateway.devtools;

import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.github.discordgateway.Opcode;
import io.github.discordgateway.Thoroughness;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.SimulatedConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A bot under the restarts of spring-boot-devtools, which load the classes of the
 * application anew in a process that lives on. Run in a process that has the tool.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class DevToolsRestartTests {

	private static final int RESTARTS = Thoroughness.of(10, 50);

	private static final Duration LIMIT = Duration.ofMinutes(1);

	private final GatewaySimulator simulator = GatewaySimulator.builder().identifyWindow(Duration.ZERO).build();

	private final String temporaryFiles = System.getProperty("java.io.tmpdir");

	@BeforeEach
	void start(@TempDir Path directory) {
		System.setProperty("java.io.tmpdir", directory.toString());
		this.simulator.start();
		System.setProperty("restarted-bot.token", this.simulator.token());
		System.setProperty("restarted-bot.api-url", this.simulator.apiUrl().toString());
	}

	@AfterEach
	void stop() {
		this.simulator.close();
		System.setProperty("java.io.tmpdir", this.temporaryFiles);
		System.getProperties().keySet().removeIf((key) -> key.toString().startsWith("restarted-bot."));
	}

	@Test
	void restartsKeepTheSessionAndLeaveNothingBehind() throws Exception {
		// Makes the shutdown hook of Spring Boot, which would keep the first run.
		new SpringApplicationBuilder(Object.class).web(WebApplicationType.NONE).run().close();
		List<WeakReference<ClassLoader>> classLoaders = new ArrayList<>();
		List<String> before = threads();
		for (int i = 0; i <= RESTARTS; i++) {
			classLoaders.add(runOnce("hi " + i));
		}
		List<SimulatedConnection> connections = this.simulator.connections();
		assertThat(connections).filteredOn((connection) -> !connection.receivedFrames(Opcode.IDENTIFY).isEmpty())
			.hasSize(1);
		assertThat(connections).filteredOn((connection) -> !connection.receivedFrames(Opcode.RESUME).isEmpty())
			.hasSize(RESTARTS);
		await().atMost(LIMIT)
			.untilAsserted(() -> assertThat(connections).filteredOn(SimulatedConnection::isOpen).isEmpty());
		await().atMost(LIMIT).untilAsserted(() -> assertThat(threads()).isEqualTo(before));
		await().atMost(LIMIT).untilAsserted(() -> {
			System.gc();
			assertThat(
					IntStream.range(1, RESTARTS).filter((run) -> classLoaders.get(run).get() != null).boxed().toList())
				.as("runs between the first, which the process may know in caches, and the last")
				.isEmpty();
		});
	}

	private WeakReference<ClassLoader> runOnce(String text) throws Exception {
		URL classes = RestartedBot.class.getProtectionDomain().getCodeSource().getLocation();
		URLClassLoader classLoader = (URLClassLoader) Class
			.forName("org.springframework.boot.devtools.restart.classloader.RestartClassLoader")
			.getConstructor(ClassLoader.class, URL[].class)
			.newInstance(getClass().getClassLoader(), new URL[] { classes });
		AutoCloseable bot = onMainThread(classLoader);
		this.simulator.guild("garden").member("alice").says(text);
		await().atMost(LIMIT).until(() -> text.equals(System.getProperty("restarted-bot.told")));
		bot.close();
		forgetContexts();
		classLoader.close();
		return new WeakReference<>(classLoader);
	}

	/** As the tool itself does. */
	private static void forgetContexts() throws Exception {
		Class<?> restarter = Class.forName("org.springframework.boot.devtools.restart.Restarter");
		Object instance = restarter.getMethod("getInstance").invoke(null);
		((Collection<?>) ReflectionTestUtils.getField(instance, "rootContexts")).clear();
	}

	@SuppressWarnings("unchecked")
	private static AutoCloseable onMainThread(ClassLoader classLoader) throws Exception {
		FutureTask<AutoCloseable> main = new FutureTask<>(() -> {
			Class<?> bot = Class.forName(RestartedBot.class.getName(), true, classLoader);
			assertThat(bot).isNotSameAs(RestartedBot.class);
			return ((Callable<AutoCloseable>) bot.getConstructor().newInstance()).call();
		});
		Thread thread = new Thread(main, "restartedMain");
		thread.setContextClassLoader(classLoader);
		thread.start();
		return main.get();
	}

	/** Without those of the pools that the process has, and of the test. */
	private static List<String> threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.map(Thread::getName)
			.filter((name) -> !name.matches("(boundedElastic|parallel|discord-simulator|awaitility|junit).*"))
			.sorted()
			.toList();
	}

}
