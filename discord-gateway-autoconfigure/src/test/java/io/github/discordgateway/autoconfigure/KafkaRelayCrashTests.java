package io.github.discordgateway.autoconfigure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.github.discordgateway.ChildJvm;
import io.github.discordgateway.ThoroughOnly;
import io.github.discordgateway.Thoroughness;
import io.github.discordgateway.WorkerStatistics;
import io.github.discordgateway.internal.redis.EmbeddedRedis;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Processes that relay events are killed, hand over and stop, while Discord sends and
 * Kafka takes.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@DisabledOnOs(OS.WINDOWS)
class KafkaRelayCrashTests {

	private static final int CRASHES = Thoroughness.of(1, 3);

	private final KafkaBroker kafka = KafkaBroker.get();

	private final String topic = KafkaBroker.name("events");

	private final SharedShards shared = new SharedShards(EmbeddedRedis.shared());

	private final List<Process> processes = new ArrayList<>();

	@TempDir
	Path directory;

	@AfterEach
	void close() throws InterruptedException {
		for (Process process : this.processes) {
			process.destroyForcibly().waitFor();
		}
		this.shared.close();
	}

	/** A process takes its time to start where many things run. */
	private static ConditionFactory eventually() {
		return SharedShards.eventually().atMost(Duration.ofMinutes(3));
	}

	private String[] relay(String role, String... more) {
		List<String> properties = new ArrayList<>(List.of("discord.gateway.role=" + role, "discord.gateway.relay=kafka",
				"discord.gateway.relay.topic=" + this.topic, "discord.gateway.relay.group=" + this.topic,
				"discord.gateway.relay.partitions=3", "discord.gateway.relay.events.include=message-create",
				"discord.gateway.intents=guilds,guild-messages,message-content",
				"spring.kafka.bootstrap-servers=" + this.kafka.address()));
		properties.addAll(List.of(more));
		return properties.toArray(String[]::new);
	}

	private Process start(String name, String... more) throws IOException {
		List<String> arguments = new ArrayList<>(this.shared.arguments(name, relay("gateway", more)));
		arguments.add("--spring.main.web-application-type=none");
		Process process = ChildJvm.start(RelayingBot.class, this.directory.resolve(name + ".log"), arguments);
		this.processes.add(process);
		return process;
	}

	/** What is on the topic, in the order of its partitions. */
	private List<SharedShards.Handled> onTopic() {
		if (!this.kafka.exists(this.topic)) {
			return List.of();
		}
		return KafkaBroker.readAll(this.kafka.address(), this.topic).stream().map(KafkaRelayCrashTests::event).toList();
	}

	private static SharedShards.Handled event(ConsumerRecord<byte[], byte[]> record) {
		return new SharedShards.Handled("topic", new String(record.key(), StandardCharsets.UTF_8),
				JsonMapper.shared().readTree(record.value()).path("id").asLong(),
				record.headers().lastHeader("discord-replayed") != null);
	}

	private static int distinct(List<SharedShards.Handled> events) {
		return (int) events.stream().mapToLong(SharedShards.Handled::id).distinct().count();
	}

	private int send(int count) {
		for (int i = 0; i < count; i++) {
			this.shared.send();
		}
		return count;
	}

	/** Whatever comes again comes after all that it came after before. */
	private static void assertOrder(List<SharedShards.Handled> events) {
		Map<String, Long> latest = new HashMap<>();
		Set<Long> seen = new HashSet<>();
		for (SharedShards.Handled event : events) {
			if (seen.add(event.id())) {
				Long before = latest.put(event.guild(), event.id());
				assertThat(event.id()).as("order: %s", event).isGreaterThan((before != null) ? before : 0);
			}
			else {
				assertThat(event.replayed()).as("only what Kafka had not acknowledged comes again").isTrue();
			}
		}
	}

	@Test
	@DisplayName("D21 D25 A gateway that is killed again and again: each event is on the topic, in the order of its guild, and reaches listeners once")
	void killedAndStartedAnew() throws Exception {
		String[] alone = { "discord.gateway.coordination=none",
				"discord.gateway.resume.path=" + this.directory.resolve("sessions") };
		Process gateway = start("run-0", alone);
		ConfigurableApplicationContext worker = this.shared.node("worker",
				relay("worker", "discord.gateway.coordination=none"));
		eventually().until(() -> this.shared.identifies.get() == SharedShards.TOTAL);
		int sent = 0;
		for (int run = 1; run <= CRASHES; run++) {
			sent += send(600);
			int before = sent - 500;
			eventually().until(() -> distinct(this.shared.handled()) >= before);
			gateway.destroyForcibly().waitFor();
			sent += send(200);
			gateway = start("run-" + run, alone);
		}
		int all = sent + send(200);
		eventually().untilAsserted(
				() -> assertThat(distinct(this.shared.handled())).as("%d are on the topic", distinct(onTopic()))
					.isEqualTo(all));
		List<SharedShards.Handled> topic = onTopic();
		assertOrder(topic);
		assertThat(this.shared.identifies).as("sessions were resumed").hasValue(SharedShards.TOTAL);
		assertThat(this.shared.duplicates()).as("the worker knows what it has had").isZero();
		WorkerStatistics statistics = worker.getBean(WorkerStatistics.class);
		eventually().until(() -> statistics.received() == topic.size());
		assertThat(statistics.duplicates()).isEqualTo(topic.size() - all);
	}

	@Test
	@ThoroughOnly
	@DisplayName("D21 Gateways that share the shards, one killed, one joining, one stopping: each event is on the topic, in the order of its guild")
	void killedAndHandedOver() throws Exception {
		String lease = "discord.gateway.redis.lease-duration=3s";
		Process killed = start("killed", lease);
		eventually().until(() -> this.shared.identifies.get() == SharedShards.TOTAL);
		ConfigurableApplicationContext survivor = this.shared.node("survivor", relay("gateway", lease));
		SharedShards.awaitShards(survivor, 3);
		this.shared.startTraffic();
		eventually().until(() -> distinct(onTopic()) > 500);
		killed.destroyForcibly().waitFor();
		SharedShards.awaitShards(survivor, SharedShards.TOTAL);
		ConfigurableApplicationContext joining = this.shared.node("joining", relay("gateway", lease));
		SharedShards.awaitShards(joining, 3);
		survivor.close();
		SharedShards.awaitShards(joining, SharedShards.TOTAL);
		long sent = this.shared.endTraffic();
		eventually().until(() -> distinct(onTopic()) == sent);
		assertOrder(onTopic());
		assertThat(this.shared.identifies).hasValue(SharedShards.TOTAL);
	}

	/** To be started in a process of its own. */
	@TestBot
	static class RelayingBot {

		public static void main(String[] arguments) {
			SpringApplication.run(RelayingBot.class, arguments);
		}

	}

}
