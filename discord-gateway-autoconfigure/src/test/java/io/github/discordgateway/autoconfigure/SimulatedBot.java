package io.github.discordgateway.autoconfigure;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.ShardState;
import io.github.discordgateway.network.NewConnections;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.GatewaySimulatorBuilder;
import org.awaitility.core.ConditionFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;

import static org.awaitility.Awaitility.await;

/**
 * An application on a simulator, as an operator sees it.
 */
final class SimulatedBot implements AutoCloseable {

	static final Duration LIMIT = Duration.ofSeconds(40);

	final GatewaySimulator simulator;

	final ConfigurableApplicationContext context;

	SimulatedBot(GatewaySimulatorBuilder builder, WebApplicationType web, Class<?> bot, String... more) {
		this.simulator = builder.identifyWindow(Duration.ZERO).build();
		this.simulator.start();
		Map<String, String> arguments = new LinkedHashMap<>();
		Stream.concat(Stream.of("--server.port=0", "--management.endpoint.health.show-details=always",
				"--management.endpoints.web.exposure.include=*", "--discord.gateway.token=" + this.simulator.token(),
				"--discord.gateway.api-url=" + this.simulator.apiUrl(), "--discord.gateway.startup-timeout=30s",
				"--discord.gateway.intents=guilds,guild-messages,guild-message-typing,direct-messages,message-content",
				"--discord.gateway.sharding.hand-over-window=50ms", "--discord.gateway.reconnect.initial-back-off=20ms",
				"--discord.gateway.reconnect.max-back-off=100ms",
				"--discord.gateway.reconnect.invalid-session-back-off=50ms"), Stream.of(more))
			.forEach((argument) -> arguments.put(argument.substring(0, argument.indexOf('=')), argument));
		this.context = new SpringApplicationBuilder(bot).web(web)
			.initializers(new QuickIdentify())
			.run(arguments.values().toArray(String[]::new));
	}

	@Override
	public void close() {
		this.context.close();
		this.simulator.close();
	}

	static ConditionFactory eventually() {
		return await().atMost(LIMIT).ignoreExceptions();
	}

	Gateway gateway() {
		return this.context.getBean(Gateway.class);
	}

	SimulatedBot ready() {
		eventually().until(() -> !gateway().shards().isEmpty()
				&& gateway().shards().stream().allMatch((shard) -> shard.snapshot().state() == ShardState.READY));
		return this;
	}

	/** Dispatches a message in the first guild of a shard. */
	void say(int shard, int total, String content) {
		String guild = this.simulator.world().guilds(new ShardId(shard, total)).get(0).id().toString();
		this.simulator.dispatch(shard, "MESSAGE_CREATE", """
				{"id":"1","channel_id":"2","guild_id":"%s","content":"%s","author":{"id":"4","username":"a"}}"""
			.formatted(guild, content));
	}

	Answer get(String path) {
		return exchange(HttpMethod.GET, path, null);
	}

	Answer post(String path, String body) {
		return exchange(HttpMethod.POST, path, body);
	}

	private Answer exchange(HttpMethod method, String path, String body) {
		String port = this.context.getEnvironment().getProperty("local.server.port");
		WebClient.RequestBodySpec request = NewConnections.webClient()
			.method(method)
			.uri("http://localhost:" + port + "/actuator" + path);
		if (body != null) {
			request.contentType(MediaType.APPLICATION_JSON).bodyValue(body);
		}
		return request
			.exchangeToMono((response) -> response.bodyToMono(String.class)
				.defaultIfEmpty("")
				.map((text) -> new Answer(response.statusCode().value(), text)))
			.block(LIMIT);
	}

	/** What an endpoint answers. */
	record Answer(int status, String text) {

		JsonNode json() {
			return JsonMapper.shared().readTree(this.text);
		}

	}

}
