package io.github.discordgateway.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The demo as it is packaged, in a process of its own, with what was generated ahead of
 * time.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class PackagedDemoIT {

	private static final Duration PATIENCE = Duration.ofMinutes(4);

	private static final Pattern PORT = Pattern.compile("Netty started on port (\\d+)");

	@TempDir
	private Path directory;

	private @Nullable Process process;

	@AfterEach
	void stop() throws InterruptedException {
		if (this.process != null) {
			this.process.destroy();
			if (!this.process.waitFor(1, TimeUnit.MINUTES)) {
				this.process.destroyForcibly().waitFor();
			}
		}
	}

	@Test
	void handlesEventsAndIsHealthyAfterProcessingAheadOfTime() throws IOException {
		Process demo = start();
		String port = await().atMost(PATIENCE).until(() -> port(demo), (found) -> !found.isEmpty());
		await().atMost(PATIENCE)
			.ignoreExceptions()
			.untilAsserted(() -> assertThat(status("http://localhost:" + port + "/actuator/health/discordGateway"))
				.isEqualTo("UP"));
		await().atMost(PATIENCE)
			.untilAsserted(
					() -> assertThat(output()).contains("Starting AOT-processed DemoApplication").contains("Hello, "));
	}

	@Test
	void doesNotTakeTheSimulatorForDiscord() throws Exception {
		Process demo = start("--discord.gateway.simulator.enabled=false");
		assertThat(demo.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as(this::output).isTrue();
		assertThat(demo.exitValue()).isEqualTo(1);
		assertThat(output()).contains("APPLICATION FAILED TO START")
			.contains("discord.gateway.simulator.enabled is false, but was true when the application was processed");
	}

	private Process start(String... arguments) throws IOException {
		Path jar = Path.of("target", "demo-app.jar").toAbsolutePath();
		assertThat(jar).as("made by ./mvnw package").isRegularFile();
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Dspring.aot.enabled=true",
						"-jar", jar.toString(), "--server.port=0"));
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.directory.toFile())
			.redirectErrorStream(true)
			.redirectOutput(log().toFile());
		// What is set where the build runs is not meant for the demo.
		builder.environment().keySet().removeIf((name) -> name.startsWith("DISCORD_") || name.startsWith("SPRING_"));
		this.process = builder.start();
		return this.process;
	}

	private String port(Process demo) {
		assertThat(demo.isAlive()).as(this::output).isTrue();
		Matcher matcher = PORT.matcher(output());
		return matcher.find() ? matcher.group(1) : "";
	}

	private static String status(String url) {
		byte[] body = WebClient.create(url)
			.get()
			.exchangeToMono((response) -> response.bodyToMono(byte[].class))
			.block(Duration.ofSeconds(30));
		return JsonMapper.shared().readTree(body).path("status").asString();
	}

	private String output() {
		try {
			return Files.readString(log());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path log() {
		return this.directory.resolve("demo.log");
	}

}
