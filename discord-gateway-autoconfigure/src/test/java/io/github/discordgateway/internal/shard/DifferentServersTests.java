package io.github.discordgateway.internal.shard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import io.github.discordgateway.Opcode;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.event.lifecycle.DisconnectCause;
import io.github.discordgateway.event.lifecycle.SessionLost;
import io.github.discordgateway.event.lifecycle.ShardDisconnected;
import io.github.discordgateway.event.lifecycle.ShardReady;
import io.github.discordgateway.event.lifecycle.ShardResumed;
import io.github.discordgateway.internal.compression.Compression;
import io.github.discordgateway.simulator.GatewayBehaviour;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.ReceivedFrame;
import io.github.discordgateway.simulator.SimulatedConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Servers that speak the protocol in their own way: none of them may stop a shard, spin
 * it, or lose an event. What they send is written out frame by frame.
 */
class DifferentServersTests {

	private static final String READY = """
			{"t":"READY","s":1,"op":0,"d":{"v":10,"session_id":"one","resume_gateway_url":"%s","guilds":[]}}""";

	private static final String RESUMED = """
			{"t":"RESUMED","s":%d,"op":0,"d":{}}""";

	private final GatewaySimulator simulator = GatewaySimulator.builder().identifyWindow(Duration.ZERO).build();

	private LiveShards shards;

	@BeforeEach
	void start() {
		this.simulator.start();
		this.shards = new LiveShards(this.simulator, LiveShards.DEFAULT, Compression.NONE);
	}

	@AfterEach
	void stop() {
		this.shards.close();
		this.simulator.close();
	}

	private static String message(long sequence) {
		return "{\"t\":\"MESSAGE_CREATE\",\"s\":" + sequence + ",\"op\":0,\"d\":{\"id\":\"1\"}}";
	}

	private String ready() {
		return READY.formatted(this.simulator.url());
	}

	private void script(String hello, List<String> afterIdentify, List<String> afterResume) {
		this.simulator.behaviour(new GatewayBehaviour() {

			@Override
			public void onOpen(SimulatedConnection connection) {
				connection.sendFrame(hello);
			}

			@Override
			public void onHeartbeat(SimulatedConnection connection, ReceivedFrame frame) {
				connection.sendFrame("{\"op\":11}");
			}

			@Override
			public void onIdentify(SimulatedConnection connection, ReceivedFrame frame) {
				afterIdentify.forEach(connection::sendFrame);
			}

			@Override
			public void onResume(SimulatedConnection connection, ReceivedFrame frame) {
				afterResume.forEach(connection::sendFrame);
			}

		});
	}

	private static String hello(int interval) {
		return "{\"op\":10,\"d\":{\"heartbeat_interval\":" + interval + "}}";
	}

	private SimulatedConnection latestConnection() {
		List<SimulatedConnection> all = this.simulator.connections();
		return all.get(all.size() - 1);
	}

	private void awaitDelivered(int messages) {
		await().until(() -> this.shards.delivered("MESSAGE_CREATE").size() == messages);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"op\":10,\"d\":{\"heartbeat_interval\":41250}}", "{\"op\":10}",
			"{\"op\":10,\"d\":null}", "{\"op\":10,\"s\":null,\"t\":null,\"d\":{}}" })
	void aHelloThatSaysLittle(String hello) {
		script(hello, List.of(ready(), message(2)), List.of());
		this.shards.startReady();
		awaitDelivered(1);
	}

	@Test
	void heartbeatsAreAcknowledgedWithNothingButAnOpcode() {
		script(hello(1000), List.of(ready()), List.of());
		ShardDriver shard = this.shards.startReady();
		await().until(() -> shard.snapshot().connection().latencies().size() >= 3);
		assertThat(this.shards.notices(ShardDisconnected.class)).isEmpty();
	}

	@Test
	@DisplayName("C14 Sequences that repeat, start at 0 or come out of order lose no event; the highest counts")
	void oddSequences() {
		script(hello(41250), List.of(message(0), message(0), ready(), message(3), message(3), message(2), message(7),
				message(5), "{\"t\":\"MESSAGE_CREATE\",\"op\":0,\"d\":{\"id\":\"1\"}}"), List.of());
		ShardDriver shard = this.shards.startReady();
		awaitDelivered(8);
		assertThat(shard.snapshot().receivedSequence()).isEqualTo(7);
		latestConnection().sendFrame("{\"op\":1}");
		await().until(() -> latestConnection().receivedFrames(Opcode.HEARTBEAT),
				(heartbeats) -> heartbeats.stream().anyMatch((frame) -> frame.data().asInt() == 7));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"op\":7,\"d\":0}", "{\"op\":7}", "{\"op\":7,\"d\":[1]}" })
	@DisplayName("C16 Opcode 7 resumes, whatever it carries")
	void reconnectWithABody(String reconnect) {
		script(hello(41250), List.of(ready(), message(2)), List.of(message(3), RESUMED.formatted(4)));
		this.shards.startReady();
		awaitDelivered(1);
		latestConnection().sendFrame(reconnect);
		this.shards.awaitNotices(ShardResumed.class, 1);
		awaitDelivered(2);
	}

	@Test
	@DisplayName("C17 Opcode 9 without d means false")
	void invalidSessionWithoutABody() {
		script(hello(41250), List.of(ready()), List.of());
		this.shards.startReady();
		latestConnection().sendFrame("{\"op\":9}");
		this.shards.awaitNotices(ShardReady.class, 2);
		assertThat(this.shards.notices(SessionLost.class)).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "[1,2]", "7", "\"text\"", "true", "null" })
	void anEventWhoseBodyIsNoObject(String body) {
		script(hello(41250),
				List.of(ready(), "{\"t\":\"MESSAGE_CREATE\",\"s\":2,\"op\":0,\"d\":" + body + "}", message(3)),
				List.of());
		this.shards.startReady();
		awaitDelivered(2);
	}

	@Test
	@DisplayName("C20 A READY without a resume URL leads back to the main URL")
	void readyWithoutAResumeUrl() {
		script(hello(41250), List.of("{\"t\":\"READY\",\"s\":1,\"op\":0,\"d\":{\"session_id\":\"one\"}}", message(2)),
				List.of(message(3), RESUMED.formatted(4)));
		this.shards.startReady();
		awaitDelivered(1);
		latestConnection().drop();
		this.shards.awaitNotices(ShardResumed.class, 1);
		assertThat(latestConnection().receivedFrames(Opcode.RESUME)).singleElement()
			.satisfies((frame) -> assertThat(frame.data().path("seq").asInt()).isEqualTo(2));
	}

	@Test
	void theSameSessionIdGivenTwice() {
		script(hello(41250), List.of(ready(), message(2)), List.of("{\"op\":9,\"d\":false}"));
		this.shards.startReady();
		awaitDelivered(1);
		latestConnection().drop();
		this.shards.awaitNotices(ShardReady.class, 2);
		awaitDelivered(2);
		latestConnection().sendFrame("{\"op\":1}");
		await().until(() -> latestConnection().receivedFrames(Opcode.HEARTBEAT),
				(heartbeats) -> heartbeats.stream().anyMatch((frame) -> frame.data().asInt() == 2));
	}

	@Test
	void aReadyInAnswerToResumeBeginsASession() {
		script(hello(41250), List.of(ready(), message(2)),
				List.of(ready().replace("\"one\"", "\"two\""), message(2), message(3)));
		ShardDriver shard = this.shards.startReady();
		awaitDelivered(1);
		latestConnection().drop();
		awaitDelivered(3);
		assertThat(shard.snapshot().session().id()).isEqualTo("two");
		assertThat(this.shards.notices(SessionLost.class)).hasSize(1);
	}

	@Test
	@DisplayName("C15 RESUME names what was received, and the kept session what is handled")
	void resumesBehindWhatWasReceived() {
		script(hello(41250), List.of(ready(), message(2)),
				List.of(message(3), message(4), message(5), RESUMED.formatted(6)));
		this.shards.startReady();
		awaitDelivered(1);
		List<Runnable> held = this.shards.hold();
		latestConnection().sendFrame(message(3));
		latestConnection().sendFrame(message(4));
		await().until(() -> held.size() == 2);
		held.get(1).run();
		latestConnection().drop();
		this.shards.awaitNotices(ShardResumed.class, 1);
		assertThat(latestConnection().receivedFrames(Opcode.RESUME)).singleElement()
			.satisfies((frame) -> assertThat(frame.data().path("seq").asInt()).isEqualTo(4));
		awaitDelivered(4);
		assertThat(this.shards.delivered("MESSAGE_CREATE")).extracting(LiveShards.Delivered::sequence)
			.containsExactly(2L, 3L, 4L, 5L);
		assertThat(this.shards.sessions().load(new ShardId(0, 1), (problem) -> {
		}).block().sequence()).isEqualTo(2);
		held.forEach(Runnable::run);
		await().until(() -> this.shards.sessions().load(new ShardId(0, 1), (problem) -> {
		}).block().sequence() == 6);
	}

	@Test
	void aMachineThatSleptResumesOnce() {
		this.shards.close();
		SettableClock clock = new SettableClock();
		this.shards = new LiveShards(this.simulator, LiveShards.DEFAULT, Compression.NONE, clock);
		script(hello(1000), List.of(ready()), List.of(RESUMED.formatted(2)));
		this.shards.startReady();
		clock.now.set(Instant.now().plus(Duration.ofHours(3)));
		this.shards.awaitNotices(ShardResumed.class, 1);
		assertThat(this.shards.notices(ShardDisconnected.class)).singleElement()
			.satisfies((notice) -> assertThat(notice.cause()).isInstanceOf(DisconnectCause.Slept.class));
	}

	/** Stands still until it is set, so that only one jump is seen. */
	private static final class SettableClock extends Clock {

		private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());

		@Override
		public Instant instant() {
			return this.now.get();
		}

		@Override
		public ZoneOffset getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	}

}
