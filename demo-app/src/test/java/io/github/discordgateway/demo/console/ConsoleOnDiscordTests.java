package io.github.discordgateway.demo.console;

import java.time.Duration;

import io.github.discordgateway.simulator.GatewaySimulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The console of a bot that is configured as for Discord: there is nothing to break.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
class ConsoleOnDiscordTests {

	private static final GatewaySimulator discord = GatewaySimulator.builder().build();

	@LocalServerPort
	private int port;

	@Autowired
	private ConsoleSnapshots snapshots;

	private WebTestClient client;

	@DynamicPropertySource
	static void discord(DynamicPropertyRegistry properties) {
		discord.start();
		properties.add("discord.gateway.token", discord::token);
		properties.add("discord.gateway.api-url", discord::apiUrl);
	}

	@AfterAll
	static void close() {
		discord.close();
	}

	@BeforeEach
	void client() {
		this.client = WebTestClient.bindToServer()
			.baseUrl("http://localhost:" + this.port)
			.responseTimeout(Duration.ofSeconds(30))
			.build();
	}

	@Test
	void thereIsNoTroubleToCause() {
		assertThat(this.snapshots.take().trouble()).isNull();
		assertNotFound("/api/shards/0/trouble", "{\"action\": \"drop\"}");
		assertNotFound("/api/slow-listener", "{\"slow\": true}");
	}

	private void assertNotFound(String path, String body) {
		this.client.post()
			.uri(path)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(body)
			.exchange()
			.expectStatus()
			.isNotFound();
	}

}
