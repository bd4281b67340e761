package io.github.discordgateway.libraries;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.discordgateway.Opcode;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.GatewaySimulatorBuilder;
import io.github.discordgateway.simulator.SimulatedConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.ssl.SslBundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Whether libraries that nobody here wrote get from the {@link GatewaySimulator} what
 * they get from Discord, whatever happens to their connections.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LibrariesTests {

	private static final Duration LIMIT = Duration.ofSeconds(40);

	private static final int NUMBERED = 50;

	private final List<String> texts = new CopyOnWriteArrayList<>();

	private GatewaySimulator simulator;

	private AutoCloseable bot;

	private int said;

	@AfterEach
	void close() throws Exception {
		this.bot.close();
		this.simulator.close();
	}

	static Stream<Library> libraries() {
		return Library.available();
	}

	private void start(Library library, int shards, boolean compressed) throws Exception {
		GatewaySimulatorBuilder builder = GatewaySimulator.builder();
		SslBundle encryption = library.encryption();
		if (encryption != null) {
			builder.ssl(encryption);
		}
		this.simulator = builder.shards(shards)
			.maxConcurrency(16)
			.identifyWindow(Duration.ofMillis(100))
			.invalidSessionDelay(Duration.ofMillis(100), Duration.ofMillis(200))
			.helloDelay(Duration.ofMillis(300))
			.guildsPerShard(1)
			.build();
		this.simulator.start();
		this.bot = library.connect(this.simulator, shards, compressed, this.texts::add);
		await().atMost(LIMIT).until(() -> identified() == shards);
	}

	private int identified() {
		return (int) this.simulator.connections()
			.stream()
			.filter((connection) -> connection.isOpen() && (connection.isIdentified() || connection.isResumed()))
			.count();
	}

	private void say(int messages) {
		for (int i = 0; i < messages; i++) {
			this.simulator.guild("library").member("alice").says("number " + this.said++);
		}
	}

	private void awaitAll() {
		List<String> expected = IntStream.range(0, this.said).mapToObj((i) -> "number " + i).toList();
		await().atMost(LIMIT).until(() -> this.texts.size() >= expected.size());
		assertThat(this.texts).isEqualTo(expected);
	}

	private SimulatedConnection lost(int before) {
		return await().atMost(LIMIT)
			.until(() -> this.simulator.connections(), (all) -> all.size() > before && identified() > 0)
			.get(before);
	}

	@ParameterizedTest
	@EnumSource(names = { "JDA", "KORD" })
	void getsEachMessageInOrderUncompressed(Library library) throws Exception {
		start(library, 1, false);
		say(NUMBERED);
		awaitAll();
	}

	@ParameterizedTest
	@MethodSource("libraries")
	void getsEachMessageInOrder(Library library) throws Exception {
		start(library, 1, true);
		say(NUMBERED);
		awaitAll();
	}

	@ParameterizedTest
	@MethodSource("libraries")
	void resumesWhenItIsAskedTo(Library library) throws Exception {
		start(library, 1, true);
		say(NUMBERED / 2);
		this.simulator.connection(0).reconnect();
		say(NUMBERED / 2);
		awaitAll();
		assertThat(lost(1).receivedFrames(Opcode.RESUME)).hasSize(1);
	}

	@ParameterizedTest
	@MethodSource("libraries")
	void identifiesAgainWhenItsSessionIsNotValidAnyMore(Library library) throws Exception {
		start(library, 1, true);
		say(NUMBERED / 2);
		awaitAll();
		this.simulator.connection(0).invalidSession(false);
		await().atMost(LIMIT).until(() -> identifies() == 2 && identified() == 1);
		say(NUMBERED / 2);
		awaitAll();
	}

	private long identifies() {
		return this.simulator.connections()
			.stream()
			.mapToLong((connection) -> connection.receivedFrames(Opcode.IDENTIFY).size())
			.sum();
	}

	@ParameterizedTest
	@MethodSource("libraries")
	void getsWhatItMissedWhileItWasAway(Library library) throws Exception {
		start(library, 1, true);
		say(NUMBERED / 2);
		awaitAll();
		this.simulator.connection(0).drop();
		say(200);
		awaitAll();
		say(NUMBERED / 2);
		awaitAll();
		assertThat(identifies()).isOne();
	}

	@ParameterizedTest
	@MethodSource("libraries")
	void comesBackAfterClosesThatAreNotForGood(Library library) throws Exception {
		start(library, 1, true);
		for (int code : new int[] { 4000, 4008, 4009 }) {
			int before = this.simulator.connections().size();
			this.simulator.connection(0).close(code, "as told");
			await().atMost(LIMIT).until(() -> this.simulator.connections().size() > before && identified() == 1);
			say(NUMBERED / 2);
			awaitAll();
		}
	}

	@ParameterizedTest
	@MethodSource("libraries")
	void runsFourShards(Library library) throws Exception {
		start(library, 4, true);
		List<String> expected = new ArrayList<>();
		for (int shard = 0; shard < 4; shard++) {
			assertThat(this.simulator.connection(shard).shard()).isEqualTo(new ShardId(shard, 4));
		}
		for (int i = 0; i < NUMBERED; i++) {
			this.simulator.guild("garden " + i).member("alice").says("hello " + i);
			expected.add("hello " + i);
		}
		await().atMost(LIMIT).until(() -> this.texts.size() >= NUMBERED);
		assertThat(this.texts).containsExactlyInAnyOrderElementsOf(expected);
	}

}
