package io.github.discordgateway.demo;

import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.SimulatorAction;
import org.junit.jupiter.api.Test;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The simulator alone, for clients in other languages.
 */
class AloneTests {

	@Test
	void noBotRunsAndOrdersAreTaken() {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(DemoApplication.class)
			.profiles("simulator", "alone")
			.run()) {
			GatewaySimulator simulator = context.getBean(GatewaySimulator.class);
			WebTestClient client = WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + simulator.port()).build();
			client.get()
				.uri("/control")
				.exchange()
				.expectStatus()
				.isOk()
				.expectBody()
				.jsonPath("$.token")
				.isEqualTo(simulator.token())
				.jsonPath("$.connections")
				.isEmpty();
			client.post()
				.uri("/control/rest")
				.contentType(MediaType.APPLICATION_JSON)
				.bodyValue("{\"path\":\"/gateway/bot\",\"answer\":\"503\"}")
				.exchange()
				.expectStatus()
				.isOk();
			client.get().uri("/api/v10/gateway/bot").exchange().expectStatus().isEqualTo(503);
			assertThat(simulator.connections()).isEmpty();
			assertThat(simulator.control().actions()).extracting(SimulatorAction::name).contains("rest");
		}
	}

}
