package io.github.discordgateway.docs;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.discordgateway.command.Activity;
import io.github.discordgateway.command.UpdatePresence;
import io.github.discordgateway.docs.Page.CodeBlock;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.LiveMember;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.junit.platform.launcher.listeners.TestExecutionSummary.Failure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Who follows the README word by word gets what it says, with the simulator in the place
 * of Discord.
 */
class NewProjectTests {

	private static final String[] ARGUMENTS = { "--DISCORD_TOKEN=secret", "--server.port=0",
			"--discord.gateway.simulator.enabled=true", "--discord.gateway.simulator.guilds-per-shard=0",
			"--management.endpoint.health.show-details=always" };

	private static final Page README = Page.named("README.md");

	private static final Page KOTLIN = Page.named("discord-gateway-starter/docs/kotlin.md");

	@Test
	void theDependencyIsThisStarter() throws Exception {
		String pom = Files.readString(Path.of("pom.xml")).replaceAll("\\s", "");
		String dependency = README.block("xml", (code) -> true).code().replaceAll("\\s", "");
		String coordinates = dependency.substring(dependency.indexOf("<groupId>"), dependency.indexOf("</dependency>"));
		assertThat(coordinates.split("(?=<artifactId>|<version>)"))
			.allSatisfy((part) -> assertThat(pom).contains(part));
		assertThat(coordinates).contains("<artifactId>discord-gateway-starter</artifactId>");
	}

	@Test
	void theFourStepsWork(@TempDir Path folder) throws Exception {
		NewProject project = inJava(folder).source("PingListener", listenerThatAnswers()).compile();
		try (ConfigurableApplicationContext context = project.start("BotApplication", ARGUMENTS)) {
			await().untilAsserted(() -> {
				JsonNode health = health(context);
				assertThat(health.path("status").asString()).isEqualTo("UP");
				assertThat(health.at("/components/discordGateway/components/shard-0/details/state").asString())
					.isEqualTo("ready");
			});
			GatewaySimulator simulator = context.getBean(GatewaySimulator.class);
			assertThat(simulator.connections().get(0).requestUri()).asString()
				.as("the starter brings zstd")
				.contains("compress=zstd-stream");
			LiveMember alice = simulator.guild("garden").member("alice");
			alice.says("!ping");
			assertThat(alice.expectMessage().content()).isEqualTo("pong");
			assertThat(alice.uses("ping").expectReply().content()).isEqualTo("pong");
		}
	}

	@Test
	void theListenerThatAnswersPassesItsTest(@TempDir Path folder) throws Exception {
		NewProject project = inJava(folder).source("PingListener", listenerThatAnswers())
			.source("PingListenerTests", README.block("java", (code) -> code.contains("@GatewayTest")).code())
			.compile();
		TestExecutionSummary summary = project.test("PingListenerTests");
		assertThat(summary.getFailures()).extracting(Failure::getException).isEmpty();
		assertThat(summary.getTestsSucceededCount()).isEqualTo(2);
	}

	@Test
	void worksInKotlin(@TempDir Path folder) throws Exception {
		// As the plugin kotlin-spring opens it.
		NewProject project = NewProject.inKotlin(folder)
			.resource("application.yml", README.block("yaml", (code) -> code.contains("token")).code())
			.source("BotApplication", """
					import org.springframework.boot.autoconfigure.SpringBootApplication

					@SpringBootApplication
					open class BotApplication
					""");
		for (CodeBlock block : KOTLIN.blocks()) {
			project.source("Block" + block.line(), block.code());
		}
		project.compile();
		for (String tests : List.of("PingListenerTests", "QuoteCommandsTests")) {
			TestExecutionSummary summary = project.test(tests);
			assertThat(summary.getFailures()).extracting(Failure::getException).isEmpty();
			assertThat(summary.getTestsSucceededCount()).isEqualTo(1);
		}
		try (ConfigurableApplicationContext context = project.start("BotApplication", ARGUMENTS)) {
			GatewaySimulator simulator = context.getBean(GatewaySimulator.class);
			simulator.guild("garden").member("alice").says("!ping");
			assertThat(simulator.expectCommand(UpdatePresence.class).activities())
				.containsExactly(Activity.playing("ping-pong with alice"));
		}
	}

	private static NewProject inJava(Path folder) throws Exception {
		return NewProject.inJava(folder)
			.resource("application.yml", README.block("yaml", (code) -> code.contains("token")).code())
			.source("BotApplication", """
					import org.springframework.boot.SpringApplication;
					import org.springframework.boot.autoconfigure.SpringBootApplication;

					@SpringBootApplication
					public class BotApplication {

						public static void main(String[] args) {
							SpringApplication.run(BotApplication.class, args);
						}

					}
					""");
	}

	private static String listenerThatAnswers() {
		return README.block("java", (code) -> code.contains("@SlashCommand")).code();
	}

	private static JsonNode health(ConfigurableApplicationContext context) throws Exception {
		URI health = URI.create(
				"http://localhost:" + context.getEnvironment().getProperty("local.server.port") + "/actuator/health");
		return JsonMapper.shared()
			.readTree(HttpClient.newHttpClient()
				.send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.ofString())
				.body());
	}

}
