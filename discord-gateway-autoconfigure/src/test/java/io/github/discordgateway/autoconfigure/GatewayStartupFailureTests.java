package io.github.discordgateway.autoconfigure;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.github.discordgateway.listener.GatewayListener;
import io.github.discordgateway.session.FileSessionStore;
import io.github.discordgateway.simulator.GatewayBehaviour;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.ReceivedFrame;
import io.github.discordgateway.simulator.SimulatedConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * What an application says that cannot start because of the gateway.
 */
@ExtendWith(OutputCaptureExtension.class)
class GatewayStartupFailureTests {

	private final GatewaySimulator simulator = GatewaySimulator.builder()
		.allowedPrivilegedIntents(Set.of())
		.identifyWindow(Duration.ZERO)
		.build();

	@AfterEach
	void close() {
		this.simulator.close();
	}

	private void assertStartFails(List<String> arguments, Class<?>... sources) {
		assertThatException().isThrownBy(() -> new SpringApplicationBuilder(sources).web(WebApplicationType.NONE)
			.run(arguments.toArray(String[]::new))
			.close());
	}

	private List<String> connected(String... more) {
		this.simulator.start();
		List<String> arguments = new ArrayList<>(List.of("--discord.gateway.token=" + this.simulator.token(),
				"--discord.gateway.api-url=" + this.simulator.apiUrl(), "--discord.gateway.startup-timeout=20s"));
		arguments.addAll(List.of(more));
		return arguments;
	}

	@Test
	void missingToken(CapturedOutput output) {
		assertStartFails(List.of(), Bot.class);
		assertThat(output).contains("The property discord.gateway.token is not set.")
			.contains("https://discord.com/developers/applications")
			.contains("discord.gateway.simulator.enabled=true");
	}

	@Test
	void tokenOfAnEnvironmentVariableThatIsNotSet(CapturedOutput output) {
		assertStartFails(List.of("--discord.gateway.token=${A_TOKEN_THAT_NOBODY_HAS_SET}"), Bot.class);
		assertThat(output).contains("The token is a placeholder without a value, such as an environment variable");
	}

	@Test
	void malformedTokenIsNotRepeated(CapturedOutput output) {
		assertStartFails(List.of("--discord.gateway.token=not a token"), Bot.class);
		assertThat(output).contains("discord.gateway.token does not look like a token").doesNotContain("not a token");
	}

	@Test
	@DisplayName("C53 401 fails start-up clearly")
	void refusedToken(CapturedOutput output) {
		List<String> arguments = connected();
		arguments.set(0, "--discord.gateway.token=some.other.token");
		assertStartFails(arguments, Bot.class);
		assertThat(output).contains("Discord refused the bot's token")
			.contains("401 UNAUTHORIZED")
			.contains("discord.gateway.token")
			.doesNotContain("some.other.token");
	}

	@Test
	@DisplayName("C25 4014 at start-up names the portal's switch")
	void disallowedIntents(CapturedOutput output) {
		assertStartFails(connected("--discord.gateway.intents=guilds,guild-members"), Bot.class);
		assertThat(output).contains("Discord closed shard 0/1 with 4014 (privileged intents are not allowed)")
			.contains("Privileged Gateway Intents")
			.contains("discord.gateway.intents");
		assertThat(this.simulator.connections()).as("no reconnect loop").hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "4004, discord.gateway.token", "4010, discord.gateway.sharding",
			"4011, discord.gateway.sharding.total", "4012, update this library", "4013, discord.gateway.intents" })
	@DisplayName("C25 Fatal close codes at start-up end in an analysis")
	void fatalCloseCodes(int code, String remedy, CapturedOutput output) {
		this.simulator.behaviour(new GatewayBehaviour() {
			@Override
			public void onIdentify(SimulatedConnection connection, ReceivedFrame frame) {
				connection.close(code, "");
			}
		});
		assertStartFails(connected(), Bot.class);
		assertThat(output).contains("APPLICATION FAILED TO START").contains("with " + code).contains(remedy);
		assertThat(this.simulator.connections()).as("no reconnect loop").hasSize(1);
	}

	@Test
	void impossibleListener(CapturedOutput output) {
		assertStartFails(connected(), Bot.class, ImpossibleListener.class);
		assertThat(output).contains("APPLICATION FAILED TO START").contains("ImpossibleListener").contains("wrong");
	}

	@Test
	void simulatorPortThatIsTaken(CapturedOutput output) throws Exception {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			int port = taken.getLocalPort();
			assertStartFails(
					List.of("--discord.gateway.simulator.enabled=true", "--discord.gateway.simulator.port=" + port),
					Bot.class);
			assertThat(output).contains("port " + port + " is already in use")
				.contains("discord.gateway.simulator.port");
		}
	}

	@Test
	void sessionStoreOfAnotherProcess(@TempDir Path directory, CapturedOutput output) {
		try (FileSessionStore other = new FileSessionStore(directory)) {
			assertThat(other).isNotNull();
			assertStartFails(connected("--discord.gateway.resume.path=" + directory), Bot.class);
			assertThat(output).contains("The session store in " + directory + " is in use already")
				.contains("two processes on one session store")
				.contains("a directory of its own with discord.gateway.resume.path");
		}
	}

	@Test
	void sessionStoreThatCannotBeMade(@TempDir Path directory, CapturedOutput output) throws Exception {
		Path file = Files.createFile(directory.resolve("file"));
		assertStartFails(connected("--discord.gateway.resume.path=" + file.resolve("sessions")), Bot.class);
		assertThat(output).contains("cannot be made, written or locked")
			.contains("Set discord.gateway.resume.path to a directory that this process may make and write")
			.contains("discord.gateway.resume.store=memory");
	}

	@Test
	void unknownIntent(CapturedOutput output) {
		assertStartFails(List.of("--discord.gateway.token=a.b.c", "--discord.gateway.intents=guild-mesages"),
				Bot.class);
		assertThat(output).contains("discord.gateway.intents")
			.contains("'guild-mesages'")
			.contains("Did you mean guild-messages?");
	}

	@Test
	void aWrongApiUrlIsNamed(CapturedOutput output) {
		this.simulator.rest().failNext(1000, 404);
		List<String> arguments = connected("--discord.gateway.startup=fail-fast");
		arguments.remove("--discord.gateway.startup-timeout=20s");
		arguments.add("--discord.gateway.startup-timeout=3s");
		assertStartFails(arguments, Bot.class);
		assertThat(output).contains("404 NOT_FOUND").contains("discord.gateway.api-url");
	}

	@TestBot
	static class Bot {

	}

	@Configuration(proxyBeanMethods = false)
	static class ImpossibleListener {

		@GatewayListener
		void wrong(Thread notAnEvent) {
		}

	}

}
