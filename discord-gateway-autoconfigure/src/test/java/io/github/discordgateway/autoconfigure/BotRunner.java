package io.github.discordgateway.autoconfigure;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.GatewayShard;
import io.github.discordgateway.ShardState;
import io.github.discordgateway.event.lifecycle.DisconnectCause;
import io.github.discordgateway.internal.cluster.GatewayCluster;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A bot that has started, whether or not it is connected.
 */
final class BotRunner implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private BotRunner(ConfigurableApplicationContext context) {
		this.context = context;
	}

	static BotRunner run(String... properties) {
		return run(Bot.class, properties);
	}

	static BotRunner run(Class<?> bot, String... properties) {
		return new BotRunner(start(bot, properties));
	}

	static ConfigurableApplicationContext start(Class<?> bot, String... properties) {
		Map<String, String> arguments = new LinkedHashMap<>();
		Stream
			.concat(Stream.of("token=a.b.c", "startup=async", "reconnect.initial-back-off=20ms",
					"reconnect.max-back-off=100ms", "reconnect.invalid-session-back-off=50ms"), Stream.of(properties))
			.map((property) -> property.matches("(spring|logging)\\..*") ? property : "discord.gateway." + property)
			.forEach((property) -> arguments.put(property.split("=", 2)[0], "--" + property));
		// A property without a value is left to other sources.
		arguments.values().removeIf((argument) -> !argument.contains("="));
		return new SpringApplicationBuilder(bot).web(WebApplicationType.NONE)
			.initializers(new QuickIdentify())
			.run(arguments.values().toArray(String[]::new));
	}

	static ConditionFactory await() {
		return Awaitility.await().atMost(Duration.ofSeconds(45));
	}

	ConfigurableApplicationContext context() {
		return this.context;
	}

	/** Waits until all shards are ready. */
	BotRunner awaitReady() {
		Gateway gateway = this.context.getBean(Gateway.class);
		await().until(() -> !gateway.shards().isEmpty()
				&& gateway.shards().stream().allMatch((shard) -> shard.snapshot().state() == ShardState.READY));
		return this;
	}

	/** Waits until a shard has lost a connection, or got none, for a certain reason. */
	String awaitDisconnect(String reason) {
		Gateway gateway = this.context.getBean(Gateway.class);
		return await().until(() -> gateway.shards().stream().map(BotRunner::disconnect).findFirst().orElse(""),
				(description) -> description.contains(reason));
	}

	private static String disconnect(GatewayShard shard) {
		DisconnectCause cause = shard.snapshot().lastDisconnect();
		return (cause != null) ? cause.description() : "";
	}

	/** Waits until Discord could not be asked where to connect. */
	String awaitProblem() {
		GatewayCluster cluster = this.context.getBean(GatewayCluster.class);
		return await().until(cluster::problem, (problem) -> problem != null);
	}

	@Override
	public void close() {
		this.context.close();
	}

	@TestBot
	static class Bot {

	}

}
