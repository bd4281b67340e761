package io.github.discordgateway.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import io.github.discordgateway.GatewayToken;
import io.github.discordgateway.Intent;
import io.github.discordgateway.Opcode;
import io.github.discordgateway.command.UpdatePresence;
import io.github.discordgateway.identify.ShardIdentity;
import io.github.discordgateway.internal.cluster.GatewayCluster;
import io.github.discordgateway.simulator.GatewaySimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Beans that change how the gateway connects.
 */
class GatewayCustomizersTests {

	private final GatewaySimulator simulator = GatewaySimulator.builder()
		.shards(2)
		.maxConcurrency(2)
		.identifyWindow(Duration.ZERO)
		.build();

	@BeforeEach
	void start() {
		this.simulator.start();
	}

	@AfterEach
	void close() {
		this.simulator.close();
	}

	@Test
	void customizersReachEachPartInTheirOrder() {
		try (BotRunner bot = BotRunner.run(CustomizedBot.class, "token=" + this.simulator.token(),
				"api-url=" + this.simulator.apiUrl())) {
			bot.awaitReady();
			assertThat(this.simulator.rest().requests()).singleElement()
				.satisfies((request) -> assertThat(request.headers()).containsEntry("x-web-client", "second")
					.containsEntry("x-http-client", "yes"));
			assertThat(this.simulator.connections()).allSatisfy(
					(connection) -> assertThat(connection.requestHeaders()).containsEntry("x-http-client", "yes"));
			assertThat(identify(0).path("presence").path("status").asString()).isEqualTo("dnd");
			assertThat(identify(1).has("presence")).isFalse();
			assertThat(identify(1).path("large_threshold").asInt()).isEqualTo(101);
			assertThat(identify(1).path("properties").path("device").asString()).isEqualTo("lighthouse");
		}
	}

	private JsonNode identify(int shard) {
		return this.simulator.connection(shard).receivedFrames(Opcode.IDENTIFY).get(0).data();
	}

	@Test
	void theIntentsAreTheSameForAllShards() {
		try (BotRunner bot = BotRunner.run(DivergingBot.class, "token=" + this.simulator.token(),
				"api-url=" + this.simulator.apiUrl())) {
			GatewayCluster cluster = bot.context().getBean(GatewayCluster.class);
			BotRunner.await().until(() -> cluster.problem() != null);
			assertThat(cluster.problem()).contains("A GatewayIdentifyCustomizer changed the token or the intents");
			assertThat(this.simulator.connections()).isEmpty();
		}
	}

	@Test
	void connectionDetailsReplaceThePropertiesAndTheSimulator() {
		try (BotRunner bot = BotRunner.run(DetailedBot.class, "token", "api-url=http://discord.invalid",
				"simulator.enabled=true", "elsewhere.url=" + this.simulator.apiUrl(),
				"elsewhere.token=" + this.simulator.token())) {
			bot.awaitReady();
			assertThat(this.simulator.connections()).hasSize(2);
			assertThat(bot.context().getBean(GatewaySimulator.class).connections()).isEmpty();
		}
	}

	@TestBot
	static class CustomizedBot {

		@Bean
		GatewayHttpClientCustomizer httpClient() {
			return (client) -> client.headers((headers) -> headers.set("x-http-client", "yes"));
		}

		@Bean
		@Order(2)
		GatewayWebClientCustomizer second() {
			return (builder) -> builder.defaultHeaders((headers) -> headers.set("x-web-client", "second"));
		}

		@Bean
		@Order(1)
		GatewayWebClientCustomizer first() {
			return (builder) -> builder.defaultHeaders((headers) -> headers.set("x-web-client", "first"));
		}

		@Bean
		@Order(1)
		GatewayIdentifyCustomizer presence() {
			return (shard,
					identity) -> ((shard.number() == 0)
							? identity.withPresence(UpdatePresence.of(UpdatePresence.Status.DND)) : identity)
						.withLargeThreshold(100);
		}

		@Bean
		@Order(2)
		GatewayIdentifyCustomizer more() {
			return (shard, identity) -> identity.withLargeThreshold(identity.largeThreshold() + 1)
				.withProperties(new ShardIdentity.Properties("linux", "keeper", "lighthouse"));
		}

	}

	@TestBot
	static class DivergingBot {

		@Bean
		GatewayIdentifyCustomizer intents() {
			return (shard, identity) -> new ShardIdentity(identity.token(), List.of(Intent.GUILD_MEMBERS), 50, null);
		}

	}

	@TestBot
	static class DetailedBot {

		@Bean
		DiscordGatewayConnectionDetails details(@Value("${discord.gateway.elsewhere.url}") URI url,
				@Value("${discord.gateway.elsewhere.token}") String token) {
			return new DiscordGatewayConnectionDetails() {
				@Override
				public GatewayToken getToken() {
					return GatewayToken.of(token);
				}

				@Override
				public URI getApiUrl() {
					return url;
				}
			};
		}

	}

}
