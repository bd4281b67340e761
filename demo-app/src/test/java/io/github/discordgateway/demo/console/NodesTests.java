package io.github.discordgateway.demo.console;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

import io.github.discordgateway.demo.DemoApplication;
import io.github.discordgateway.simulator.GatewaySimulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import redis.embedded.RedisServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two processes of the demo share the shards, and one of them is killed from the console
 * of the other.
 */
@Timeout(300)
@DisabledOnOs(OS.WINDOWS)
class NodesTests {

	private static final Duration LIMIT = Duration.ofSeconds(120);

	@TempDir
	private static Path directory;

	private static RedisServer redis;

	private static ConfigurableApplicationContext first;

	private static Process second;

	private static WebTestClient client;

	@BeforeAll
	@Timeout(300)
	static void start() throws IOException {
		int port = freePort();
		redis = RedisServer.builder().port(port).bind("127.0.0.1").setting("save \"\"").build();
		redis.start();
		SpringApplication application = new SpringApplication(DemoApplication.class);
		application.setAdditionalProfiles("simulator", "cluster");
		first = application.run(arguments(port, "--server.port=0", "--discord.gateway.simulator.port=0"));
		GatewaySimulator simulator = first.getBean(GatewaySimulator.class);
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-cp", System.getProperty("java.class.path"), DemoApplication.class.getName()));
		command.addAll(List
			.of(arguments(port, "--spring.profiles.active=node", "--demo.simulator-url=" + simulator.apiUrl())));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(directory.resolve("second.log").toFile());
		builder.environment().remove("DISCORD_TOKEN");
		second = builder.start();
		client = WebTestClient.bindToServer()
			.baseUrl("http://localhost:" + first.getEnvironment().getProperty("local.server.port"))
			.responseTimeout(LIMIT)
			.build();
	}

	private static String[] arguments(int redisPort, String... more) {
		List<String> arguments = new ArrayList<>(List.of("--spring.data.redis.port=" + redisPort,
				"--discord.gateway.redis.lease-duration=3s", "--discord.gateway.redis.renew-interval=500ms",
				"--demo.node-directory=" + directory.resolve("nodes"), "--spring.main.banner-mode=off"));
		arguments.addAll(List.of(more));
		return arguments.toArray(String[]::new);
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	@AfterAll
	@Timeout(300)
	static void stop() throws Exception {
		if (second != null) {
			second.destroyForcibly().waitFor();
		}
		if (first != null) {
			first.close();
		}
		redis.stop();
	}

	private static Flux<JsonNode> clusters() {
		return client.get()
			.uri("/api/stream")
			.accept(MediaType.TEXT_EVENT_STREAM)
			.exchange()
			.returnResult(new ParameterizedTypeReference<ServerSentEvent<String>>() {
			})
			.getResponseBody()
			.filter((event) -> "snapshot".equals(event.event()))
			.map((event) -> JsonMapper.shared().readTree(event.data()).path("cluster"));
	}

	private static JsonNode await(int nodes, int shardsOfTheFirst) {
		return clusters()
			.filter((cluster) -> cluster.path("nodes").size() == nodes && cluster.path("unowned").isEmpty()
					&& node(cluster, true).path("shards").size() == shardsOfTheFirst
					&& (nodes == 1 || node(cluster, false).has("port")))
			.blockFirst(LIMIT);
	}

	private static JsonNode node(JsonNode cluster, boolean self) {
		return StreamSupport.stream(cluster.path("nodes").spliterator(), false)
			.filter((node) -> node.path("self").asBoolean() == self)
			.findFirst()
			.orElse(cluster.path("none"));
	}

	private static int kill(String node) {
		return client.post()
			.uri("/api/nodes/{node}/kill", node)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{}")
			.exchange()
			.returnResult(String.class)
			.getStatus()
			.value();
	}

	@Test
	void oneThatIsKilledLeavesItsShardsToTheOther() throws InterruptedException {
		JsonNode cluster = await(2, 2);
		JsonNode other = node(cluster, false);
		JsonNode self = node(cluster, true);
		assertThat(other.path("shards")).hasSize(2);
		assertThat(other.path("killable").asBoolean()).isTrue();
		assertThat(self.path("killable").asBoolean()).as("the simulator is in it").isFalse();
		assertThat(self.has("port")).isFalse();
		WebTestClient.bindToServer()
			.baseUrl("http://localhost:" + other.path("port").asInt())
			.responseTimeout(LIMIT)
			.build()
			.get()
			.uri("/")
			.exchange()
			.expectStatus()
			.isOk();
		assertThat(kill("nobody")).isEqualTo(404);
		assertThat(kill(self.path("id").asString())).isEqualTo(409);
		assertThat(kill(other.path("id").asString())).isEqualTo(202);
		assertThat(second.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
		assertThat(second.exitValue()).as("by signal 9").isEqualTo(137);
		await(1, 4);
		assertThat(first.getBean(RecoveryLog.class)
			.after(0)
			.filter((line) -> line.kind() == LogEntry.Kind.RESUMED)
			.take(2)
			.collectList()
			.block(LIMIT)).as("and spent no identify").hasSize(2);
	}

}
