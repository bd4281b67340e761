package io.github.discordgateway.demo;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.UseMainMethod;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The demo bot as a newcomer starts it.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, useMainMethod = UseMainMethod.ALWAYS)
@ActiveProfiles("simulator")
@ExtendWith(OutputCaptureExtension.class)
@Timeout(300)
class DemoApplicationTests {

	private static final Duration LIMIT = Duration.ofSeconds(90);

	@LocalServerPort
	private int port;

	@Autowired
	private EventCounter counter;

	@Test
	void eventsArriveWithTraceIdsAndHealthIsUpWithAllShards(CapturedOutput output) {
		await().atMost(LIMIT)
			.until(this.counter::counts, (counts) -> counts.containsKey("GUILD_CREATE")
					&& counts.containsKey("MESSAGE_CREATE") && counts.getOrDefault("READY", 0L) >= 4);
		JsonNode gateway = await().atMost(LIMIT)
			.until(this::gatewayHealth, (health) -> health.path("status").asString().equals("UP"));
		assertThat(gateway.path("components").propertyNames()).containsExactly("identify", "listeners", "shard-0",
				"shard-1", "shard-2", "shard-3");
		await().atMost(LIMIT)
			.untilAsserted(() -> assertThat(output).contains("The demo bot runs on the simulator")
				.contains("Console: http://localhost:" + this.port)
				.contains("http://localhost:" + this.port + "/actuator/health")
				.containsPattern("\\[[0-9a-f]{32}-[0-9a-f]{16}] .*Hello, "));
	}

	private JsonNode gatewayHealth() {
		byte[] body = WebClient.create("http://localhost:" + this.port)
			.get()
			.uri("/actuator/health/discordGateway")
			.exchangeToMono((response) -> response.bodyToMono(byte[].class))
			.block(Duration.ofSeconds(10));
		return JsonMapper.shared().readTree(body);
	}

}
