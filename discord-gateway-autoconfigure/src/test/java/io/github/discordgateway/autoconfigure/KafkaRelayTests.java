package io.github.discordgateway.autoconfigure;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import io.github.discordgateway.RelayStatistics;
import io.github.discordgateway.ShardState;
import io.github.discordgateway.actuate.metrics.GatewayMeters;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.listener.GatewayListener;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.GatewaySimulatorBuilder;
import io.github.discordgateway.simulator.SimulatedConnection;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A process that runs shards and hands their events to Kafka.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KafkaRelayTests {

	private final KafkaBroker kafka = KafkaBroker.get();

	private final String topic = KafkaBroker.name("events");

	private SimulatedBot start(WebApplicationType web, String... more) {
		return start(GatewaySimulator.builder(), web, more);
	}

	private SimulatedBot start(GatewaySimulatorBuilder simulator, WebApplicationType web, String... more) {
		List<String> arguments = new ArrayList<>(List.of("--discord.gateway.role=gateway",
				"--discord.gateway.relay=kafka", "--discord.gateway.relay.topic=" + this.topic,
				"--discord.gateway.relay.partitions=3", "--spring.kafka.bootstrap-servers=" + this.kafka.address()));
		arguments.addAll(List.of(more));
		return new SimulatedBot(simulator, web, GatewayBot.class, arguments.toArray(String[]::new));
	}

	private static String message(long id, long guild) {
		return """
				{"id":"%d","channel_id":"2","guild_id":"%d","content":"Grüße %1$d","author":{"id":"4","username":"a"}}"""
			.formatted(id, guild);
	}

	private static Map<String, String> headers(ConsumerRecord<?, ?> record) {
		Map<String, String> headers = new TreeMap<>();
		for (Header header : record.headers()) {
			assertThat(headers.put(header.key(), text(header.value()))).as("one of each").isNull();
		}
		return headers;
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

	private static List<ConsumerRecord<byte[], byte[]>> of(List<ConsumerRecord<byte[], byte[]>> records, String event) {
		return records.stream().filter((record) -> event.equals(headers(record).get("discord-event"))).toList();
	}

	@Test
	@DisplayName("D20 An event is one record: the bytes of d, the guild as the key, and headers that tell how it came")
	void layout() {
		Instant before = Instant.ofEpochMilli(System.currentTimeMillis());
		try (SimulatedBot bot = start(GatewaySimulator.builder().shards(2).guildsPerShard(0), WebApplicationType.NONE)
			.ready()) {
			bot.simulator.dispatch(1, "MESSAGE_CREATE", message(7, 4194304));
			bot.simulator.dispatch(1, "CHANNEL_PINS_UPDATE", "{\"channel_id\":\"9\"}");
			bot.simulator.dispatch(1, "NEWER_THAN_US", "{\"a\": [1,  2], \"b\":null}");
			List<ConsumerRecord<byte[], byte[]>> records = this.kafka.read(this.topic, 5);
			assertThat(this.kafka.partitions(this.topic)).isEqualTo(3);
			ConsumerRecord<byte[], byte[]> message = of(records, "MESSAGE_CREATE").get(0);
			assertThat(text(message.value())).isEqualTo(message(7, 4194304));
			assertThat(text(message.key())).isEqualTo("4194304");
			Map<String, String> headers = headers(message);
			assertThat(headers).containsOnlyKeys("discord-record", "discord-event", "discord-shard", "discord-shards",
					"discord-bot", "discord-session", "discord-sequence", "discord-received");
			assertThat(headers).containsEntry("discord-record", "1")
				.containsEntry("discord-shard", "1")
				.containsEntry("discord-shards", "2")
				.containsEntry("discord-bot", bot.gateway().self().userId().toString());
			assertThat(headers.get("discord-session")).matches("[0-9a-f]{16}");
			assertThat(bot.gateway().shard(1).snapshot().session().id()).doesNotContain(headers.get("discord-session"));
			assertThat(Long.parseLong(headers.get("discord-sequence"))).isPositive();
			assertThat(Instant.ofEpochMilli(Long.parseLong(headers.get("discord-received")))).isBetween(before,
					Instant.now());
			ConsumerRecord<byte[], byte[]> pins = of(records, "CHANNEL_PINS_UPDATE").get(0);
			assertThat(text(pins.key())).as("without a guild the channel").isEqualTo("9");
			ConsumerRecord<byte[], byte[]> unknown = of(records, "NEWER_THAN_US").get(0);
			assertThat(text(unknown.key())).as("without a place the shard").isEqualTo("shard-1");
			assertThat(text(unknown.value())).as("never written anew").isEqualTo("{\"a\": [1,  2], \"b\":null}");
			assertThat(of(records, "READY")).hasSize(2);
			assertThat(bot.context.getBean(GatewayBot.class).events).as("no listener is called here").isEmpty();
		}
	}

	@Test
	@DisplayName("D20 D21 What is replayed says so, and the events of a guild lie in one partition in their order")
	void orderAndReplay() {
		try (SimulatedBot bot = start(GatewaySimulator.builder().guildsPerShard(0), WebApplicationType.NONE).ready()) {
			for (int i = 1; i <= 300; i++) {
				if (i == 150) {
					bot.simulator.connections().forEach(SimulatedConnection::drop);
				}
				bot.simulator.dispatch(0, "MESSAGE_CREATE", message(i, i % 5 + 1));
			}
			SimulatedBot.eventually()
				.until(() -> bot.context.getBean(RelayStatistics.class).relayed() >= 302
						&& bot.gateway().shard(0).snapshot().state() == ShardState.READY);
			List<ConsumerRecord<byte[], byte[]>> messages = of(this.kafka.read(this.topic, 302), "MESSAGE_CREATE");
			assertThat(messages).hasSize(300);
			assertThat(messages).anyMatch((record) -> headers(record).containsKey("discord-replayed"));
			Map<String, List<Long>> byGuild = new TreeMap<>();
			Map<String, Integer> partitions = new TreeMap<>();
			messages.forEach((record) -> {
				String guild = text(record.key());
				byGuild.computeIfAbsent(guild, (key) -> new ArrayList<>())
					.add(Long.parseLong(headers(record).get("discord-sequence")));
				assertThat(partitions.merge(guild, record.partition(), (a, b) -> b)).isEqualTo(record.partition());
			});
			assertThat(byGuild).hasSize(5)
				.allSatisfy((guild, sequences) -> assertThat(sequences).hasSize(60).isSorted());
			// What Kafka has is handled, and so what another process would resume behind.
			SimulatedBot.eventually().until(() -> bot.gateway().shard(0).snapshot().session().sequence() >= 302);
		}
	}

	@Test
	@DisplayName("D23 Only the events that are included are relayed, or all but those that are excluded")
	void selection() {
		try (SimulatedBot bot = start(WebApplicationType.NONE,
				"--discord.gateway.relay.events.include=message-create,MESSAGE_DELETE")
			.ready()) {
			bot.simulator.dispatch(0, "TYPING_START", "{\"channel_id\":\"9\", broken");
			bot.simulator.dispatch(0, "MESSAGE_CREATE", message(1, 1));
			List<ConsumerRecord<byte[], byte[]>> records = this.kafka.read(this.topic, 1);
			assertThat(records).singleElement()
				.satisfies((record) -> assertThat(headers(record)).containsEntry("discord-event", "MESSAGE_CREATE"));
			RelayStatistics statistics = bot.context.getBean(RelayStatistics.class);
			assertThat(statistics.skipped()).isPositive();
			assertThat(statistics.failed()).as("what is left out is not even looked at").isZero();
		}
		try (SimulatedBot bot = start(WebApplicationType.NONE,
				"--discord.gateway.relay.events.exclude=ready,guild-create,typing-start")
			.ready()) {
			bot.simulator.dispatch(0, "TYPING_START", "{\"channel_id\":\"9\"}");
			bot.simulator.dispatch(0, "MESSAGE_CREATE", message(2, 1));
			List<ConsumerRecord<byte[], byte[]>> records = this.kafka.read(this.topic, 2);
			assertThat(records).extracting((record) -> text(record.value()))
				.containsExactlyInAnyOrder(message(1, 1), message(2, 1));
		}
	}

	@Test
	@DisplayName("D20 A topic that is missing and may not be created is waited for: nothing is lost, and health says what to do")
	void topicOfSomebodyElse() {
		try (SimulatedBot bot = start(GatewaySimulator.builder().guildsPerShard(0), WebApplicationType.NONE,
				"--discord.gateway.relay.create-topic=false")
			.ready()) {
			RelayStatistics statistics = bot.context.getBean(RelayStatistics.class);
			bot.simulator.dispatch(0, "MESSAGE_CREATE", message(1, 1));
			SimulatedBot.eventually()
				.untilAsserted(() -> assertThat(statistics.problem()).contains(this.topic + " does not exist",
						"discord.gateway.relay.create-topic"));
			assertThat(this.kafka.exists(this.topic)).isFalse();
			this.kafka.createTopic(this.topic, 2);
			assertThat(of(this.kafka.read(this.topic, 2), "MESSAGE_CREATE")).hasSize(1);
			SimulatedBot.eventually().until(() -> statistics.problem() == null);
		}
	}

	@Test
	@DisplayName("D8 D20 A gateway does not write between the events of another bot: it waits, and health says what to do")
	void topicOfAnotherBot() {
		this.kafka.createTopic(this.topic, 2);
		ProducerRecord<byte[], byte[]> other = new ProducerRecord<>(this.topic, 1, null, new byte[] { '{', '}' });
		other.headers().add("discord-bot", "42".getBytes(StandardCharsets.UTF_8));
		this.kafka.send(other);
		try (SimulatedBot bot = start(WebApplicationType.NONE, "--discord.gateway.relay.stalled-after=100ms").ready()) {
			RelayStatistics statistics = bot.context.getBean(RelayStatistics.class);
			SimulatedBot.eventually()
				.untilAsserted(() -> assertThat(statistics.problem()).contains("events of the bot 42",
						"discord.gateway.relay.topic"));
			assertThat(statistics.relayed()).isZero();
			assertThat(KafkaBroker.readAll(this.kafka.address(), this.topic)).hasSize(1);
		}
	}

	@Test
	@DisplayName("D21 D22 D27 While Kafka does not answer the shard stops reading, stays connected, and then catches up in order")
	void brokerHangs(@TempDir Path directory) throws Exception {
		try (KafkaBrokerProcess broker = new KafkaBrokerProcess(directory);
				SimulatedBot bot = start(GatewaySimulator.builder().guildsPerShard(0), WebApplicationType.REACTIVE,
						"--spring.kafka.bootstrap-servers=" + broker.address(),
						"--discord.gateway.dispatch.max-pending=50", "--discord.gateway.relay.stalled-after=100ms",
						"--discord.gateway.health.readiness=true",
						"--management.endpoint.health.probes.enabled=true")) {
			bot.ready();
			RelayStatistics statistics = bot.context.getBean(RelayStatistics.class);
			SimulatedBot.eventually().until(() -> statistics.relayed() == 1);
			broker.pause();
			for (int i = 1; i <= 400; i++) {
				bot.simulator.dispatch(0, "MESSAGE_CREATE", message(i, i % 5 + 1));
			}
			SimulatedBot.eventually().until(() -> statistics.problem() != null);
			SimulatedBot.eventually().until(() -> bot.gateway().shard(0).snapshot().readingPaused());
			assertThat(statistics.relayed()).isEqualTo(1);
			assertThat(bot.gateway().shard(0).snapshot().session().sequence()).as("what is acknowledged to Discord")
				.isEqualTo(1);
			assertThat(bot.get("/health/readiness").status()).isEqualTo(503);
			assertThat(bot.get("/health/liveness").status()).isEqualTo(200);
			assertThat(bot.get("/health").json().at("/components/discordGateway/components/relay/status").asString())
				.isEqualTo("DOWN");
			assertThat(statistics.problem()).contains("acknowledged nothing");
			MeterRegistry meters = bot.context.getBean(MeterRegistry.class);
			assertThat(meters.get(GatewayMeters.RELAY_WAITING.getName()).gauge().value()).isPositive();
			broker.resume();
			SimulatedBot.eventually().until(() -> statistics.relayed() == 401 && statistics.waiting() == 0);
			SimulatedBot.eventually().until(() -> bot.get("/health/readiness").status() == 200);
			assertThat(meters.get(GatewayMeters.RELAY_RELAYED.getName()).functionCounter().count()).isEqualTo(401);
			assertThat(bot.simulator.connections()).as("it was never connected anew").hasSize(1);
			Map<String, List<Long>> byGuild = new TreeMap<>();
			of(KafkaBroker.readAll(broker.address(), this.topic), "MESSAGE_CREATE")
				.forEach((record) -> byGuild.computeIfAbsent(text(record.key()), (key) -> new ArrayList<>())
					.add(Long.parseLong(headers(record).get("discord-sequence"))));
			assertThat(byGuild).hasSize(5)
				.allSatisfy((guild, sequences) -> assertThat(sequences).hasSize(80).isSorted().doesNotHaveDuplicates());
		}
	}

	@TestBot
	static class GatewayBot {

		final List<MessageCreate> events = new CopyOnWriteArrayList<>();

		@GatewayListener
		void onMessage(MessageCreate event) {
			this.events.add(event);
		}

	}

}
