package io.github.discordgateway.autoconfigure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.discordgateway.ChildJvm;
import io.github.discordgateway.CommandRejectedException;
import io.github.discordgateway.Gateway;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.Thoroughness;
import io.github.discordgateway.WorkerStatistics;
import io.github.discordgateway.actuate.metrics.GatewayMeterTag;
import io.github.discordgateway.actuate.metrics.GatewayMeters;
import io.github.discordgateway.command.UpdatePresence;
import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.listener.GatewayListener;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import reactor.test.StepVerifier;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * A process whose listeners get their events from Kafka. The records are written here as
 * any other language would.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@ExtendWith(OutputCaptureExtension.class)
class KafkaWorkerTests {

	private static final int CRASHES = Thoroughness.of(2, 5);

	private static final Duration LIMIT = Duration.ofSeconds(60);

	/** After this long a worker that was killed has left its group. */
	private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(3);

	private static final String SESSION = "0123456789abcdef";

	private final KafkaBroker kafka = KafkaBroker.get();

	private final String topic = KafkaBroker.name("events");

	private final String group = KafkaBroker.name("workers");

	private final List<ConfigurableApplicationContext> started = new ArrayList<>();

	@BeforeEach
	void createTopic() {
		this.kafka.createTopic(this.topic, 2);
	}

	@AfterEach
	void stop() {
		this.started.forEach(ConfigurableApplicationContext::close);
	}

	private List<String> arguments(String... more) {
		List<String> arguments = new ArrayList<>(
				List.of("--discord.gateway.role=worker", "--discord.gateway.relay=kafka",
						"--discord.gateway.relay.topic=" + this.topic, "--discord.gateway.relay.group=" + this.group,
						"--spring.kafka.bootstrap-servers=" + this.kafka.address(), "--spring.main.banner-mode=off"));
		arguments.addAll(List.of(more));
		return arguments;
	}

	private WorkerBot start(String... more) {
		ConfigurableApplicationContext context = new SpringApplicationBuilder(WorkerBot.class)
			.web(WebApplicationType.NONE)
			.run(arguments(more).toArray(String[]::new));
		this.started.add(context);
		WorkerBot bot = context.getBean(WorkerBot.class);
		bot.context = context;
		return bot;
	}

	private static byte[] bytes(Object text) {
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

	private ProducerRecord<byte[], byte[]> event(int partition, long sequence, long guild) {
		String body = """
				{"id":"%d","channel_id":"1","guild_id":"%d","content":"","author":{"id":"3","username":"a"}}"""
			.formatted(sequence, guild);
		ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(this.topic, partition, bytes(guild), bytes(body));
		record.headers()
			.add("discord-record", bytes(1))
			.add("discord-event", bytes("MESSAGE_CREATE"))
			.add("discord-shard", bytes(3))
			.add("discord-shards", bytes(8))
			.add("discord-session", bytes(SESSION))
			.add("discord-sequence", bytes(sequence))
			.add("discord-received", bytes(1_700_000_000_123L));
		return record;
	}

	private void send(int partition, long sequence, long guild) {
		this.kafka.send(event(partition, sequence, guild));
	}

	private long committed(int partition) {
		return this.kafka.committed(this.group, this.topic, partition);
	}

	@Test
	@DisplayName("D24 A worker needs no token and no socket, and its listeners see how an event came to its shard")
	void events() {
		WorkerBot bot = start();
		ProducerRecord<byte[], byte[]> replayed = event(0, 5, 7);
		replayed.headers().add("discord-replayed", bytes("true")).add("of-tomorrow", bytes("?"));
		this.kafka.send(replayed);
		await().atMost(LIMIT).until(() -> bot.received.size() == 1);
		EventEnvelope envelope = bot.received.get(0);
		assertThat(envelope.shard()).isEqualTo(new ShardId(3, 8));
		assertThat(envelope.sessionId()).isEqualTo(SESSION);
		assertThat(envelope.sequence()).isEqualTo(5);
		assertThat(envelope.replayed()).isTrue();
		assertThat(envelope.receivedAt()).isEqualTo(Instant.ofEpochMilli(1_700_000_000_123L));
		assertThat(envelope.guildId()).isEqualTo(Snowflake.of(7));
		await().atMost(LIMIT).until(() -> committed(0) == 1);
		assertThat(bot.health("worker").getStatus()).isEqualTo(Status.UP);
	}

	@Test
	@DisplayName("D24 The gateway of a worker refuses what needs a shard, and says why")
	void gateway() {
		WorkerBot bot = start();
		Gateway gateway = bot.context.getBean(Gateway.class);
		StepVerifier.create(gateway.updatePresence(UpdatePresence.of(UpdatePresence.Status.IDLE)))
			.expectErrorSatisfies((error) -> assertThat(error).isInstanceOf(CommandRejectedException.class)
				.hasMessageContaining("discord.gateway.role=worker"))
			.verify(LIMIT);
		assertThat(gateway.shards()).isEmpty();
		assertThatIllegalArgumentException().isThrownBy(() -> gateway.shard(0));
		StepVerifier.create(gateway.events(MessageCreate.class).take(1))
			.then(() -> send(0, 1, 1))
			.assertNext((event) -> assertThat(event.guildId()).isEqualTo(Snowflake.of(1)))
			.expectComplete()
			.verify(LIMIT);
	}

	@Test
	@DisplayName("D24 A slow guild holds up no other, and is not committed with what is handled behind it")
	void slowGuild() {
		WorkerBot bot = start();
		bot.slow = 1;
		send(0, 1, 9);
		send(0, 2, 1);
		for (long sequence = 3; sequence <= 20; sequence++) {
			send(0, sequence, sequence % 3 + 1);
		}
		await().atMost(LIMIT).until(() -> bot.handled.size() == 1 + 12);
		await().atMost(LIMIT).until(() -> committed(0) == 1);
		bot.release.countDown();
		await().atMost(LIMIT).until(() -> bot.handled.size() == 20);
		await().atMost(LIMIT).until(() -> committed(0) == 20);
		assertThat(bot.ofGuild(1)).isSorted().hasSize(7);
	}

	@Test
	@DisplayName("D24 D27 A partition of which too much waits is paused, the other is not; memory is bounded and nothing missing")
	void pausedPartition() {
		// The first look at a partition tells how long it is; a paused one is not looked
		// at.
		for (long sequence = 1; sequence <= 200; sequence++) {
			send(0, sequence, 1);
		}
		for (long sequence = 201; sequence <= 260; sequence++) {
			send(1, sequence, 2);
		}
		WorkerBot bot = start("--discord.gateway.dispatch.max-pending=20",
				"--spring.kafka.consumer.max-poll-records=10", "--test.slow=1");
		await().atMost(LIMIT).until(() -> bot.ofGuild(2).size() == 60);
		assertThat(bot.statistics().waiting()).isLessThan(20 + 2 * 10);
		await().atMost(LIMIT).until(() -> bot.statistics().lag().getOrDefault(0, 0L) == 200);
		assertThat(bot.meters()
			.get(GatewayMeters.WORKER_LAG.getName())
			.tag(GatewayMeterTag.PARTITION.asString(), "0")
			.gauge()
			.value()).isEqualTo(200);
		assertThat(bot.meters().get(GatewayMeters.WORKER_WAITING.getName()).gauge().value()).isPositive();
		assertThat(committed(0)).isLessThanOrEqualTo(0);
		bot.release.countDown();
		await().atMost(LIMIT).until(() -> bot.handled.size() == 260);
		assertThat(bot.ofGuild(1)).hasSize(200).isSorted().doesNotHaveDuplicates();
		await().atMost(LIMIT).until(() -> committed(0) == 200 && committed(1) == 60);
		await().atMost(LIMIT).until(() -> bot.statistics().lag().equals(Map.of(0, 0L, 1, 0L)));
	}

	@Test
	@DisplayName("D24 A stop drains and commits: the next start begins behind, and nothing comes twice")
	void gracefulStop() {
		long sequence = 0;
		List<EventEnvelope> all = new ArrayList<>();
		for (int run = 0; run < 3; run++) {
			WorkerBot bot = start();
			for (int i = 0; i < 50; i++) {
				send(i % 2, ++sequence, i % 2 + 1);
			}
			await().atMost(LIMIT).until(() -> !bot.handled.isEmpty());
			bot.context.close();
			all.addAll(bot.handled);
		}
		WorkerBot last = start();
		long expected = sequence;
		await().atMost(LIMIT).until(() -> all.size() + last.handled.size() == expected);
		all.addAll(last.handled);
		assertThat(all).extracting(EventEnvelope::sequence).doesNotHaveDuplicates().hasSize((int) expected);
	}

	@Test
	@DisplayName("D24 Killed in the middle of traffic: what was not committed is handled again, nothing is missing, order is kept")
	void crashes(@TempDir Path directory) throws Exception {
		long sequence = 0;
		for (int run = 0; run < CRASHES; run++) {
			Process bot = startProcess(directory, run);
			try {
				for (int i = 0; i < 400; i++) {
					sequence++;
					send((int) sequence % 2, sequence, sequence % 4 + 1);
				}
				long before = run * 400L;
				await().atMost(LIMIT)
					.until(() -> Files.exists(journal(directory))
							&& journaled(directory).stream().distinct().count() >= before + 100);
			}
			finally {
				bot.destroyForcibly().waitFor();
			}
		}
		Process bot = startProcess(directory, CRASHES);
		try {
			long expected = sequence;
			await().atMost(LIMIT).until(() -> journaled(directory).stream().distinct().count() == expected);
		}
		finally {
			bot.destroyForcibly().waitFor();
		}
		Set<Long> seen = new HashSet<>();
		Map<Long, Long> latest = new HashMap<>();
		for (long id : journaled(directory)) {
			if (seen.add(id)) {
				Long previous = latest.put(id % 4, id);
				assertThat(id).as("the order of guild %d", id % 4).isGreaterThan((previous != null) ? previous : 0);
			}
		}
	}

	private static Path journal(Path directory) {
		return directory.resolve("journal.txt");
	}

	private static List<Long> journaled(Path directory) throws IOException {
		String text = Files.readString(journal(directory));
		return text.substring(0, text.lastIndexOf('\n') + 1)
			.lines()
			.map((line) -> Long.parseLong(line.split(" ")[2]))
			.toList();
	}

	private Process startProcess(Path directory, int run) throws IOException {
		return ChildJvm.start(RecordingBot.class, directory.resolve("run-" + run + ".log"),
				arguments("--journal.file=" + journal(directory), "--journal.run=" + run,
						"--spring.main.web-application-type=none",
						"--spring.kafka.consumer.properties.session.timeout.ms=" + SESSION_TIMEOUT.toMillis(),
						"--spring.kafka.consumer.heartbeat-interval=500ms"));
	}

	@Test
	@DisplayName("D24 When a worker joins, listeners finish what it gets from others: nothing is missing, nothing crosses")
	void rebalance() {
		WorkerBot first = start();
		long sequence = 0;
		for (int i = 0; i < 300; i++) {
			sequence++;
			send((int) (sequence % 2), sequence, sequence % 2 + 1);
		}
		await().atMost(LIMIT).until(() -> first.handled.size() > 50);
		WorkerBot second = start();
		await().atMost(LIMIT).until(() -> second.statistics().lag().size() == 1);
		for (int i = 0; i < 100; i++) {
			sequence++;
			send((int) (sequence % 2), sequence, sequence % 2 + 1);
		}
		long expected = sequence;
		await().atMost(LIMIT).until(() -> first.handled.size() + second.handled.size() >= expected);
		assertThat(second.handled).isNotEmpty();
		assertThat(first.statistics().lag()).hasSize(1);
		for (long guild = 1; guild <= 2; guild++) {
			List<Long> handled = new ArrayList<>(first.ofGuild(guild));
			handled.addAll(second.ofGuild(guild));
			assertThat(handled).as("guild %d", guild).hasSize(200).isSorted().doesNotHaveDuplicates();
		}
	}

	@Test
	@DisplayName("D24 What listeners do not finish of a lost partition is given up: only what runs ends, and the other worker has all of it")
	void rebalanceWithAStuckListener() {
		WorkerBot first = start("--discord.gateway.relay.drain-timeout=200ms");
		first.slow = 1;
		first.slowToo = 2;
		for (long sequence = 1; sequence <= 40; sequence++) {
			send((int) (sequence % 2), sequence, sequence % 2 + 1);
		}
		await().atMost(LIMIT).until(() -> first.received.size() == 2);
		WorkerBot second = start();
		await().atMost(LIMIT).until(() -> second.handled.size() == 20);
		assertThat(second.handled).extracting(EventEnvelope::guildId).containsOnly(second.handled.get(0).guildId());
		first.release.countDown();
		await().atMost(LIMIT).until(() -> first.handled.size() == 21);
		long lost = second.handled.get(0).guildId().value();
		assertThat(first.ofGuild(lost)).as("only the event that was being handled").hasSize(1);
		await().atMost(LIMIT).until(() -> first.statistics().waiting() == 0);
		await().atMost(LIMIT).until(() -> committed(0) == 20 && committed(1) == 20);
	}

	@Test
	@DisplayName("D25 D27 An event that comes again is dropped and counted, and what comes only once is not")
	void duplicates() {
		WorkerBot bot = start("--discord.gateway.relay.duplicate-window=100");
		for (long sequence = 1; sequence <= 50; sequence++) {
			send(0, sequence, 1);
		}
		for (long sequence = 20; sequence <= 60; sequence++) {
			send(0, sequence, 1);
		}
		ProducerRecord<byte[], byte[]> otherSession = event(0, 7, 1);
		otherSession.headers().remove("discord-session").add("discord-session", bytes("fedcba9876543210"));
		this.kafka.send(otherSession);
		await().atMost(LIMIT).until(() -> committed(0) == 92);
		assertThat(bot.statistics().duplicates()).isEqualTo(31);
		assertThat(bot.meters().get(GatewayMeters.WORKER_DUPLICATES.getName()).functionCounter().count()).isEqualTo(31);
		assertThat(bot.meters().get(GatewayMeters.WORKER_RECEIVED.getName()).functionCounter().count()).isEqualTo(92);
		assertThat(bot.handled).extracting(EventEnvelope::sequence).hasSize(61).endsWith(60L, 7L);
		for (long sequence = 1001; sequence <= 1100; sequence++) {
			send(0, sequence, 1);
		}
		send(0, 60, 1);
		await().atMost(LIMIT).until(() -> committed(0) == 193);
		assertThat(bot.statistics().duplicates()).as("the window is bounded").isEqualTo(31);
	}

	@Test
	@DisplayName("D26 What a listener fails on goes to the dead letter topic with Spring Kafka's headers, and so do foreign records")
	void deadLetters() {
		String deadLetters = KafkaBroker.name("dead-letters");
		this.kafka.createTopic(deadLetters, 1);
		WorkerBot bot = start("--discord.gateway.relay.dead-letter-topic=" + deadLetters);
		bot.failing = 2;
		send(0, 1, 1);
		send(0, 2, 2);
		send(0, 3, 1);
		this.kafka.send(new ProducerRecord<>(this.topic, 0, null, bytes("hello")));
		await().atMost(LIMIT).until(() -> committed(0) == 4);
		List<ConsumerRecord<byte[], byte[]>> dead = this.kafka.read(deadLetters, 2);
		assertThat(dead).hasSize(2);
		ConsumerRecord<byte[], byte[]> failed = dead.stream()
			.filter((record) -> record.headers().lastHeader("discord-event") != null)
			.findFirst()
			.orElseThrow();
		assertThat(text(failed.value())).isEqualTo(text(event(0, 2, 2).value()));
		assertThat(header(failed, "kafka_dlt-original-topic")).isEqualTo(this.topic);
		assertThat(header(failed, "kafka_dlt-exception-message")).contains("on purpose");
		assertThat(header(failed, "discord-sequence")).isEqualTo("2");
		assertThat(dead).anyMatch((record) -> "hello".equals(text(record.value()))
				&& header(record, "kafka_dlt-exception-message").contains("discord-record"));
		assertThat(bot.statistics().deadLetters()).isEqualTo(2);
		assertThat(bot.statistics().foreign()).isEqualTo(1);
	}

	private static String header(ConsumerRecord<?, ?> record, String name) {
		Header header = record.headers().lastHeader(name);
		return (header != null) ? text(header.value()) : "";
	}

	@Test
	@DisplayName("D26 Without a dead letter topic failures and foreign records are counted and passed over")
	void withoutDeadLetters() {
		WorkerBot bot = start();
		bot.failing = 2;
		send(0, 1, 2);
		this.kafka.send(new ProducerRecord<>(this.topic, 0, bytes(1), bytes("hello")));
		ProducerRecord<byte[], byte[]> incomplete = event(0, 2, 1);
		incomplete.headers().remove("discord-shards");
		this.kafka.send(incomplete);
		this.kafka.send(new ProducerRecord<>(this.topic, 0, bytes(1), null));
		ProducerRecord<byte[], byte[]> broken = event(0, 3, 1);
		this.kafka.send(new ProducerRecord<>(this.topic, 0, null, bytes(1), bytes("{\"id\":"), broken.headers()));
		send(0, 4, 1);
		await().atMost(LIMIT).until(() -> committed(0) == 6);
		assertThat(bot.handled).extracting(EventEnvelope::sequence).containsExactly(4L);
		assertThat(bot.statistics().foreign()).isEqualTo(3);
		assertThat(bot.statistics().received()).isEqualTo(3);
	}

	@Test
	@DisplayName("D20 A record of a layout that the worker does not know is not passed over: the partition stands still, and health says why")
	void unknownLayout() {
		WorkerBot bot = start();
		send(0, 1, 1);
		ProducerRecord<byte[], byte[]> newer = event(0, 2, 1);
		newer.headers().remove("discord-record").add("discord-record", bytes(2));
		this.kafka.send(newer);
		send(0, 3, 1);
		send(1, 4, 2);
		await().atMost(LIMIT).until(() -> committed(0) == 1 && committed(1) == 1);
		await().atMost(LIMIT).until(() -> bot.statistics().problem() != null);
		assertThat(bot.health("worker").getStatus()).isEqualTo(Status.DOWN);
		assertThat(bot.health("worker").getDetails().get("problem").toString()).contains("the layout 2", "Deploy");
		assertThat(bot.handled).extracting(EventEnvelope::sequence).containsExactlyInAnyOrder(1L, 4L);
	}

	private ProducerRecord<byte[], byte[]> eventOf(String bot, int partition, long sequence) {
		ProducerRecord<byte[], byte[]> event = event(partition, sequence, partition + 1);
		event.headers().add("discord-bot", bytes(bot));
		return event;
	}

	@Test
	@DisplayName("D8 D24 A worker without a token takes the first bot for its own, and does not read on where another one's events are")
	void eventsOfTwoBots() {
		WorkerBot bot = start();
		this.kafka.send(eventOf("41", 0, 1));
		await().atMost(LIMIT).until(() -> committed(0) == 1);
		this.kafka.send(eventOf("42", 1, 1));
		await().atMost(LIMIT).until(() -> bot.statistics().problem() != null);
		assertThat(bot.health("worker").getDetails().get("problem").toString()).contains("of the bot 42",
				"for the bot 41", "discord.gateway.relay.topic", "discord.gateway.relay.group");
		this.kafka.send(eventOf("41", 0, 2));
		await().atMost(LIMIT).until(() -> committed(0) == 2);
		assertThat(committed(1)).isLessThanOrEqualTo(0);
		assertThat(bot.handled).hasSize(2);
	}

	@Test
	@DisplayName("D8 D24 A worker that has a token leaves a group that is another bot's, and the others go on with its partitions")
	void groupOfAnotherBot() {
		String token = Base64.getEncoder().withoutPadding().encodeToString(bytes(42)) + ".a.b";
		WorkerBot right = start();
		this.kafka.send(eventOf("41", 0, 1));
		this.kafka.send(eventOf("41", 1, 1));
		await().atMost(LIMIT).until(() -> right.handled.size() == 2);
		WorkerBot wrong = start("--discord.gateway.token=" + token);
		await().atMost(LIMIT).until(() -> wrong.statistics().lag().size() == 1);
		for (long sequence = 2; sequence <= 10; sequence++) {
			this.kafka.send(eventOf("41", 0, sequence));
			this.kafka.send(eventOf("41", 1, sequence));
		}
		await().atMost(LIMIT).until(() -> right.handled.size() == 20);
		assertThat(wrong.handled).isEmpty();
		assertThat(wrong.statistics().problem()).contains("of the bot 41", "for the bot 42", "leaves its group");
	}

	@Test
	@DisplayName("D9 D24 Gateways that divide the guilds by different numbers are told of, a change of the number is not")
	void twoTotals(CapturedOutput output) {
		WorkerBot bot = start();
		int[] totals = { 4, 4, 8, 8, 4, 8 };
		for (int i = 0; i < totals.length; i++) {
			if (i == 4) {
				await().atMost(LIMIT).until(() -> committed(0) == 4);
				assertThat(output).doesNotContain("both numbers seem to run");
			}
			ProducerRecord<byte[], byte[]> event = event(0, i + 1, 1);
			event.headers().remove("discord-shards").add("discord-shards", bytes(totals[i]));
			this.kafka.send(event);
		}
		await().atMost(LIMIT).until(() -> committed(0) == totals.length);
		assertThat(bot.handled).hasSize(totals.length);
		assertThat(output).contains("is of 4 shards, and the one before of 8", "discord.gateway.sharding.total");
	}

	@TestBot
	static class WorkerBot {

		final List<EventEnvelope> received = new CopyOnWriteArrayList<>();

		final List<EventEnvelope> handled = new CopyOnWriteArrayList<>();

		final CountDownLatch release = new CountDownLatch(1);

		@Value("${test.slow:0}")
		volatile long slow;

		volatile long slowToo;

		volatile long failing;

		ConfigurableApplicationContext context;

		@GatewayListener
		void onMessage(MessageCreate event, EventEnvelope envelope) throws InterruptedException {
			this.received.add(envelope);
			long guild = event.guildId().value();
			if (guild == this.failing) {
				throw new IllegalStateException("on purpose");
			}
			if (guild == this.slow || guild == this.slowToo) {
				this.release.await();
			}
			this.handled.add(envelope);
		}

		MeterRegistry meters() {
			return this.context.getBean(MeterRegistry.class);
		}

		WorkerStatistics statistics() {
			return this.context.getBean(WorkerStatistics.class);
		}

		Health health(String name) {
			CompositeHealthContributor health = this.context.getBean("discordGatewayHealthContributor",
					CompositeHealthContributor.class);
			return ((HealthIndicator) health.getContributor(name)).health();
		}

		List<Long> ofGuild(long guild) {
			return this.handled.stream()
				.filter((envelope) -> envelope.guildId().value() == guild)
				.map(EventEnvelope::sequence)
				.toList();
		}

	}

}
