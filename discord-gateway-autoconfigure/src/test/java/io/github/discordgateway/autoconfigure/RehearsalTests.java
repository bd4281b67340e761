package io.github.discordgateway.autoconfigure;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.github.discordgateway.ChildJvm;
import io.github.discordgateway.CoordinationSnapshot;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.ThoroughOnly;
import io.github.discordgateway.internal.redis.EmbeddedRedis;
import io.github.discordgateway.internal.redis.RedisRemoteShards;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What happens to a bot of several processes in its life, one after the other, under
 * traffic. All of them write down what they have handled in one file, so that its order
 * is that of the bot. At the end it is printed what came of it.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
@DisabledOnOs(OS.WINDOWS)
@ThoroughOnly
class RehearsalTests {

	private static final int SHARDS = 24;

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final int LEASE_SECONDS = 15;

	/** For how long a process, or Kafka, is stopped. */
	private static final Duration STOPPED = Duration.ofSeconds(20);

	private final EmbeddedRedis redis = EmbeddedRedis.ofOne();

	private final SharedShards shared = new SharedShards(this.redis, SHARDS);

	private final RedisRemoteShards view = this.redis.view(this.shared.prefix, this.shared.simulator.token());

	private final List<Process> processes = new ArrayList<>();

	private final List<String> figures = new ArrayList<>();

	/** By id, how often an event was handled. */
	private final Map<Long, Integer> times = new HashMap<>();

	/** By shard, the latest event that was handled. */
	private final Map<Long, Long> latest = new HashMap<>();

	private int outOfOrder;

	private int twiceBefore;

	private long read;

	@TempDir
	Path directory;

	@AfterEach
	void close() throws InterruptedException {
		for (Process process : this.processes) {
			process.destroyForcibly().waitFor();
		}
		this.view.close();
		this.shared.close();
		this.redis.close();
	}

	// Processes

	private Process start(String... properties) throws IOException {
		int number = this.processes.size();
		List<String> more = new ArrayList<>(List.of(properties));
		more.addAll(List.of("discord.gateway.redis.lease-duration=" + LEASE_SECONDS + "s",
				"discord.gateway.intents=guilds,guild-messages", "journal.file=" + journal(), "journal.run=" + number,
				"journal.slow-guild=" + this.shared.guild(new ShardId(0, SHARDS)),
				"spring.main.web-application-type=none"));
		Process started = ChildJvm.start(RecordingBot.class, this.directory.resolve("node-" + number + ".log"),
				this.shared.arguments("node-" + number, more.toArray(String[]::new)));
		this.processes.add(started);
		return started;
	}

	/** Waits until so many processes run all shards, in fair shares. */
	private void awaitShares(int nodes) {
		SharedShards.eventually().until(() -> {
			this.view.total().block(LIMIT);
			CoordinationSnapshot known = this.view.snapshot();
			return known.problem() == null && known.unowned().isEmpty() && known.nodes().size() == nodes && known
				.nodes()
				.stream()
				.allMatch(
						(node) -> node.shards().size() >= SHARDS / nodes && node.shards().size() <= SHARDS / nodes + 1);
		});
	}

	// What they have handled

	private Path journal() {
		return this.directory.resolve("journal.txt");
	}

	private void read() throws IOException {
		if (!journal().toFile().exists()) {
			return;
		}
		byte[] fresh;
		try (RandomAccessFile file = new RandomAccessFile(journal().toFile(), "r")) {
			fresh = new byte[(int) (file.length() - this.read)];
			file.seek(this.read);
			file.readFully(fresh);
		}
		String text = new String(fresh, StandardCharsets.US_ASCII);
		int end = text.lastIndexOf('\n') + 1;
		this.read += end;
		text.substring(0, end).lines().forEach((line) -> handled(Long.parseLong(line.split(" ")[2])));
	}

	/** Each shard has one guild that is talked in. */
	private void handled(long id) {
		if (this.times.merge(id, 1, Integer::sum) == 1) {
			Long before = this.latest.put(id % SHARDS, id);
			this.outOfOrder += (before != null && before > id) ? 1 : 0;
		}
	}

	/** Waits until each shard has brought something that was sent after this moment. */
	private void awaitAllShards(String after) {
		long begun = System.nanoTime();
		long sent = this.shared.sent();
		SharedShards.eventually().until(() -> {
			read();
			return this.latest.size() == SHARDS && this.latest.values().stream().allMatch((id) -> id > sent);
		});
		this.figures.add("%-24s %5.1f s until each shard brings events, %d more handled twice%n".formatted(after,
				(System.nanoTime() - begun) / 1e9, twice() - this.twiceBefore));
		this.twiceBefore = twice();
	}

	private void awaitAllHandled(String what) throws Exception {
		long sent = this.shared.endTraffic();
		SharedShards.eventually().until(() -> {
			read();
			return this.times.size() == sent;
		});
		System.out.printf(
				"%s, %d shards%n%s%d events, none missing, %d of them handled more than once, %d out of order, %d identifies%n",
				what, SHARDS, String.join("", this.figures), sent, twice(), this.outOfOrder,
				this.shared.identifies.get());
		assertThat(this.outOfOrder).isZero();
		assertThat(this.shared.identifies).hasValue(SHARDS);
	}

	private int twice() {
		return this.times.values().stream().mapToInt((count) -> count - 1).sum();
	}

	private void stopForAWhile(Process process) {
		EmbeddedRedis.signal("STOP", process.pid());
		long until = System.nanoTime() + STOPPED.toNanos();
		awaitAllShards("SIGSTOP");
		awaitTime(until);
		EmbeddedRedis.signal("CONT", process.pid());
	}

	private static void awaitStopped() {
		awaitTime(System.nanoTime() + STOPPED.toNanos());
	}

	private static void awaitTime(long until) {
		SharedShards.eventually().until(() -> System.nanoTime() > until);
	}

	// What happens

	@Test
	@DisplayName("D2 D4 D5 D6 three processes, of which one stops, one is killed and one is stopped for a while, one joins, and Redis loses its data: nothing missing, all in order, one IDENTIFY for each shard")
	void allInOne() throws Exception {
		Process first = start();
		SharedShards.eventually().until(() -> this.shared.identifies.get() == SHARDS);
		awaitShares(1);
		Process second = start();
		Process third = start();
		this.shared.startTraffic();
		awaitShares(3);
		awaitAllShards("three processes");
		first.destroy();
		awaitAllShards("SIGTERM");
		first.waitFor();
		start();
		awaitShares(3);
		awaitAllShards("a new process");
		second.destroyForcibly();
		awaitAllShards("SIGKILL");
		awaitShares(2);
		stopForAWhile(third);
		awaitShares(2);
		awaitAllShards("SIGCONT");
		this.redis.stop();
		awaitAllShards("Redis is away");
		this.redis.start();
		awaitShares(2);
		awaitAllShards("Redis without its data");
		awaitAllHandled("Processes that do all");
	}

	@Test
	@DisplayName("D5 D21 D22 D24 gateways and workers, of which some are killed or stop, and a Kafka that is silent for a while, is killed, and is started again: nothing missing, all in order, one IDENTIFY for each shard")
	void gatewaysAndWorkers() throws Exception {
		try (KafkaBrokerProcess kafka = new KafkaBrokerProcess(this.directory)) {
			String[] gateway = relay(kafka, "gateway");
			String[] worker = relay(kafka, "worker");
			Process firstGateway = start(gateway);
			SharedShards.eventually().until(() -> this.shared.identifies.get() == SHARDS);
			awaitShares(1);
			start(gateway);
			Process firstWorker = start(worker);
			Process secondWorker = start(worker);
			start(gateway);
			this.shared.startTraffic();
			awaitShares(3);
			awaitAllShards("gateways and workers");
			firstGateway.destroyForcibly();
			awaitAllShards("SIGKILL of a gateway");
			awaitShares(2);
			firstWorker.destroyForcibly();
			awaitAllShards("SIGKILL of a worker");
			Process fresh = start(worker);
			awaitAllShards("a new worker");
			secondWorker.destroy();
			awaitAllShards("SIGTERM of a worker");
			start(worker);
			awaitAllShards("another worker");
			stopForAWhile(fresh);
			awaitAllShards("SIGCONT of a worker");
			kafka.pause();
			awaitStopped();
			kafka.resume();
			awaitAllShards("Kafka answers again");
			kafka.kill();
			awaitStopped();
			kafka.start();
			awaitAllShards("SIGKILL of Kafka");
			kafka.stop();
			awaitStopped();
			kafka.start();
			awaitAllShards("SIGTERM of Kafka");
			awaitAllHandled("Gateways and workers");
		}
	}

	private String[] relay(KafkaBrokerProcess kafka, String role) {
		return new String[] { "discord.gateway.role=" + role, "discord.gateway.relay=kafka",
				"discord.gateway.relay.partitions=8", "spring.kafka.bootstrap-servers=" + kafka.address(),
				"spring.kafka.consumer.properties.session.timeout.ms=6000" };
	}

}
