package io.github.discordgateway.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.ShardState;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.actuate.DiscordGatewayHealthContributor;
import io.github.discordgateway.actuate.metrics.GatewayMeters;
import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.internal.redis.EmbeddedRedis;
import io.github.discordgateway.listener.GatewayListener;
import io.github.discordgateway.simulator.GatewayBehaviour;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.ReceivedFrame;
import io.github.discordgateway.simulator.SimulatedConnection;
import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A simulator whose shards several applications share through Redis, with traffic in all
 * of them.
 */
final class SharedShards implements AutoCloseable {

	static final int TOTAL = 6;

	private static final Duration LIMIT = Duration.ofSeconds(90);

	final AtomicInteger identifies = new AtomicInteger();

	final List<Integer> closeCodes = new CopyOnWriteArrayList<>();

	final GatewaySimulator simulator;

	final EmbeddedRedis redis;

	final int total;

	final String prefix = EmbeddedRedis.newPrefix();

	private final Queue<Handled> handled = new ConcurrentLinkedQueue<>();

	private final AtomicLong sent = new AtomicLong();

	private final ScheduledExecutorService traffic = Executors.newSingleThreadScheduledExecutor();

	private final List<ConfigurableApplicationContext> contexts = new ArrayList<>();

	SharedShards(EmbeddedRedis redis) {
		this(redis, TOTAL);
	}

	SharedShards(EmbeddedRedis redis, int total) {
		this(redis, total, total, (connection, answer) -> answer.run());
	}

	/**
	 * Shards that may not all identify at once.
	 * @param maxConcurrency how many may
	 * @param identified runs what answers an IDENTIFY, now or later
	 */
	SharedShards(EmbeddedRedis redis, int total, int maxConcurrency,
			BiConsumer<SimulatedConnection, Runnable> identified) {
		this.redis = redis;
		this.total = total;
		this.simulator = GatewaySimulator.builder()
			.shards(total)
			.maxConcurrency(maxConcurrency)
			.identifyWindow(Duration.ZERO)
			.replayLimit(1_000_000)
			.sessionLifetime(Duration.ofMinutes(5))
			.behaviour(new GatewayBehaviour() {

				@Override
				public void onIdentify(SimulatedConnection connection, ReceivedFrame frame) {
					SharedShards.this.identifies.incrementAndGet();
					identified.accept(connection, () -> GatewayBehaviour.super.onIdentify(connection, frame));
				}

				@Override
				public boolean onClose(SimulatedConnection connection, int code) {
					SharedShards.this.closeCodes.add(code);
					return true;
				}

			})
			.build();
		this.simulator.start();
	}

	List<String> arguments(String node, String... more) {
		Map<String, String> arguments = new HashMap<>();
		Stream
			.of(Stream.of("discord.gateway.token=" + this.simulator.token(),
					"discord.gateway.api-url=" + this.simulator.apiUrl(), "discord.gateway.coordination=redis",
					"discord.gateway.redis.key-prefix=" + this.prefix, "discord.gateway.redis.renew-interval=500ms",
					"discord.gateway.startup=async", "management.endpoints.web.exposure.include=*",
					"discord.gateway.resume.save-interval=100ms", "discord.gateway.reconnect.initial-back-off=20ms",
					"discord.gateway.reconnect.max-back-off=200ms", "spring.main.banner-mode=off",
					"spring.data.redis.repositories.enabled=false", "test.node=" + node),
					this.redis.properties().stream(), Stream.of(more))
			.flatMap((properties) -> properties)
			.forEach((property) -> arguments.put(property.split("=", 2)[0], "--" + property));
		return List.copyOf(arguments.values());
	}

	ConfigurableApplicationContext node(String name, String... more) {
		return node(name, (starting) -> {
			// It is as any other.
		}, more);
	}

	ConfigurableApplicationContext node(String name, ApplicationContextInitializer<GenericApplicationContext> beans,
			String... more) {
		ConfigurableApplicationContext context = new SpringApplicationBuilder(Node.class).web(WebApplicationType.NONE)
			.initializers((starting) -> starting.getBeanFactory()
				.registerSingleton("sharedShardsJournal", new Journal(this.handled)), beans)
			.run(arguments(name, more).toArray(String[]::new));
		this.contexts.add(context);
		return context;
	}

	static Gateway gateway(ConfigurableApplicationContext context) {
		return context.getBean(Gateway.class);
	}

	static ConditionFactory eventually() {
		return Awaitility.await().atMost(LIMIT).ignoreExceptions();
	}

	/** What a node's component of health says of who runs what. */
	static Health coordinationHealth(ConfigurableApplicationContext context) {
		HealthContributor coordination = context.getBean(DiscordGatewayHealthContributor.class)
			.getContributor("coordination");
		return ((HealthIndicator) coordination).health();
	}

	static double gauge(ConfigurableApplicationContext context, GatewayMeters meter) {
		return context.getBean(MeterRegistry.class).get(meter.getName()).gauge().value();
	}

	/** Waits until a node runs so many shards, all of them ready. */
	static void awaitShards(ConfigurableApplicationContext context, int count) {
		eventually().until(() -> runs(context, count));
	}

	static boolean runs(ConfigurableApplicationContext context, int count) {
		return gateway(context).shards().size() == count
				&& gateway(context).shards().stream().allMatch((shard) -> shard.snapshot().state() == ShardState.READY);
	}

	/** A guild of a shard. */
	Snowflake guild(ShardId shard) {
		return this.simulator.world().guilds(shard).get(0).id();
	}

	/** Messages in a guild of each shard, one every millisecond. */
	void startTraffic() {
		this.traffic.scheduleWithFixedDelay(this::send, 0, 1, TimeUnit.MILLISECONDS);
	}

	/** A message in a guild of the next shard. */
	void send() {
		long id = this.sent.incrementAndGet();
		int shard = (int) (id % this.total);
		this.simulator.dispatch(shard, "MESSAGE_CREATE", """
				{"id":"%d","channel_id":"1","guild_id":"%s","content":"","author":{"id":"3","username":"a"}}"""
			.formatted(id, guild(new ShardId(shard, this.total))));
	}

	/** How many events there were so far; each has its number as id. */
	long sent() {
		return this.sent.get();
	}

	void awaitTraffic(int more) {
		int before = this.handled.size();
		eventually().until(() -> this.handled.size() >= before + more);
	}

	/** Ends the traffic, and tells how many events there were. */
	long endTraffic() throws InterruptedException {
		this.traffic.shutdown();
		assertThat(this.traffic.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
		return this.sent.get();
	}

	/** Ends the traffic, and waits until the nodes of this process have handled it. */
	void stopTraffic() throws InterruptedException {
		long all = endTraffic();
		eventually().until(() -> this.handled.stream().mapToLong(Handled::id).distinct().count() == all);
	}

	List<Handled> handled() {
		return List.copyOf(this.handled);
	}

	/** Checks the order of each guild's events, and returns how many came twice. */
	int duplicates() {
		Map<String, Long> latest = new HashMap<>();
		Map<Long, Integer> times = new HashMap<>();
		for (Handled event : this.handled) {
			if (times.merge(event.id(), 1, Integer::sum) == 1) {
				Long before = latest.put(event.guild(), event.id());
				assertThat(event.id()).as("order: %s", event).isGreaterThan((before != null) ? before : 0);
			}
		}
		return times.values().stream().mapToInt((count) -> count - 1).sum();
	}

	@Override
	public void close() {
		this.traffic.shutdownNow();
		this.contexts.forEach(ConfigurableApplicationContext::close);
		this.simulator.close();
	}

	/** A message that a node has handled. */
	record Handled(String node, String guild, long id, boolean replayed) {

	}

	/** Where the nodes of this process write down what they have handled. */
	record Journal(Queue<Handled> handled) {

	}

	/** Handles messages. */
	static final class Recorder {

		private final Queue<Handled> handled;

		private final String node;

		private Recorder(Queue<Handled> handled, String node) {
			this.handled = handled;
			this.node = node;
		}

		@GatewayListener
		void onMessage(MessageCreate event, EventEnvelope envelope) {
			this.handled.add(new Handled(this.node, String.valueOf(event.guildId()), event.message().id().value(),
					envelope.replayed()));
		}

	}

	@TestBot
	static class Node {

		@Bean
		Recorder recorder(Journal journal, @Value("${test.node}") String node) {
			return new Recorder(journal.handled(), node);
		}

	}

}
