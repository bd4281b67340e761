package io.github.discordgateway.internal.shard;

import io.github.discordgateway.simulator.ScriptedAnswer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.github.discordgateway.CommandRejectedException;
import io.github.discordgateway.Opcode;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.ShardState;
import io.github.discordgateway.command.Activity;
import io.github.discordgateway.command.UpdatePresence;
import io.github.discordgateway.event.lifecycle.DisconnectCause;
import io.github.discordgateway.event.lifecycle.DisconnectCause.Awaited;
import io.github.discordgateway.event.lifecycle.SessionLost;
import io.github.discordgateway.event.lifecycle.ShardDisconnected;
import io.github.discordgateway.event.lifecycle.ShardReady;
import io.github.discordgateway.event.lifecycle.ShardReconnecting;
import io.github.discordgateway.event.lifecycle.ShardResumed;
import io.github.discordgateway.internal.compression.Compression;
import io.github.discordgateway.simulator.GatewayBehaviour;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.ReceivedFrame;
import io.github.discordgateway.simulator.SimulatedConnection;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The rules of a shard over a real WebSocket to the simulator.
 */
@ExtendWith(OutputCaptureExtension.class)
class ShardOverWebSocketTests {

	private static final String MESSAGE = """
			{"id":"1","channel_id":"2","guild_id":"3","content":"hello","author":{"id":"4","username":"a"}}""";

	private final GatewaySimulator simulator = GatewaySimulator.builder()
		.identifyWindow(Duration.ZERO)
		.guildsPerShard(1)
		.build();

	private LiveShards shards;

	private LiveShards shards() {
		return shards(LiveShards.DEFAULT, Compression.ZLIB_STREAM);
	}

	private LiveShards shards(ShardSettings settings, Compression compression) {
		this.simulator.start();
		this.shards = new LiveShards(this.simulator, settings, compression);
		return this.shards;
	}

	@AfterEach
	void close() {
		if (this.shards != null) {
			this.shards.close();
		}
		this.simulator.close();
	}

	private SimulatedConnection awaitConnection(int number) {
		await().until(() -> this.simulator.connections().size() >= number);
		return this.simulator.connections().get(number - 1);
	}

	@ParameterizedTest
	@EnumSource(Compression.class)
	@DisplayName("C1 The request target is /?v=10&encoding=json, plus the compression; the same on a resume URL")
	void requestTarget(Compression compression) {
		String expected = "/?v=10&encoding=json"
				+ ((compression != Compression.NONE) ? "&compress=" + compression.parameter() : "");
		LiveShards running = shards(LiveShards.DEFAULT, compression);
		running.startReady();
		assertThat(this.simulator.connection(0).requestUri()).isEqualTo(expected);
		assertThat(this.simulator.connection(0).requestHeaders()).extractingByKey("User-Agent")
			.asString()
			.startsWith("DiscordBot (");
		this.simulator.connection(0).drop();
		running.awaitNotices(ShardResumed.class, 1);
		assertThat(this.simulator.connection(0).requestUri()).isEqualTo(expected);
	}

	@Test
	@DisplayName("C3 HELLO, one permit, one IDENTIFY, READY")
	void identifiesOnce() {
		shards().startReady();
		SimulatedConnection connection = this.simulator.connection(0);
		assertThat(connection.receivedFrames(Opcode.IDENTIFY)).hasSize(1);
		assertThat(connection.receivedFrames(Opcode.RESUME)).isEmpty();
	}

	@Test
	@DisplayName("C4 IDENTIFY carries token, intents, shard, large_threshold and properties")
	void identifyIsComplete() {
		shards().startReady();
		ReceivedFrame identify = this.simulator.connection(0).receivedFrames(Opcode.IDENTIFY).get(0);
		assertThat(identify.data().path("token").asString()).isEqualTo(this.simulator.token());
		assertThat(identify.data().path("intents").asInt()).isEqualTo(1 | 512 | 4096);
		assertThat(identify.data().path("shard").toString()).isEqualTo("[0,1]");
		assertThat(identify.data().path("large_threshold").asInt()).isEqualTo(50);
		assertThat(identify.data().path("properties").propertyNames()).containsExactlyInAnyOrder("os", "browser",
				"device");
		assertThat(identify.data().has("presence")).isFalse();
	}

	@Test
	@DisplayName("C7 A server without HELLO is left at the limit and tried again")
	void serverWithoutHello() {
		this.simulator.nextConnections(1, new GatewayBehaviour() {
			@Override
			public void onOpen(SimulatedConnection connection) {
			}
		});
		LiveShards running = shards(LiveShards.impatient(Awaited.HELLO), Compression.ZLIB_STREAM);
		running.startReady();
		assertThat(running.notices(ShardDisconnected.class)).startsWith(
				new ShardDisconnected(LiveShards.ID, new DisconnectCause.TimedOut(Awaited.HELLO, LiveShards.SHORT)));
	}

	@Test
	@DisplayName("C7 A server that never answers the handshake is left at the connect limit and tried again")
	void serverThatHangs() {
		this.simulator.nextHandshakes(1, ScriptedAnswer.hang());
		LiveShards running = shards(LiveShards.impatient(Awaited.CONNECTION), Compression.ZLIB_STREAM);
		running.startReady();
		assertThat(running.notices(ShardDisconnected.class)).startsWith(new ShardDisconnected(LiveShards.ID,
				new DisconnectCause.TimedOut(Awaited.CONNECTION, LiveShards.SHORT)));
	}

	@Test
	@DisplayName("C7 A server without READY is left at the limit and tried again")
	void serverWithoutReady() {
		this.simulator.nextConnections(1, new GatewayBehaviour() {
			@Override
			public void onIdentify(SimulatedConnection connection, ReceivedFrame frame) {
			}

			@Override
			public void onHeartbeat(SimulatedConnection connection, ReceivedFrame frame) {
			}
		});
		LiveShards running = shards(LiveShards.impatient(Awaited.READY), Compression.ZLIB_STREAM);
		running.startReady();
		assertThat(running.notices(ShardDisconnected.class)).startsWith(
				new ShardDisconnected(LiveShards.ID, new DisconnectCause.TimedOut(Awaited.READY, LiveShards.SHORT)));
	}

	@Test
	@DisplayName("C7 A server without RESUMED is left at the limit and tried again")
	void serverWithoutResumed() {
		LiveShards running = shards(LiveShards.impatient(Awaited.RESUMED), Compression.ZLIB_STREAM);
		running.startReady();
		this.simulator.nextConnections(1, new GatewayBehaviour() {
			@Override
			public void onResume(SimulatedConnection connection, ReceivedFrame frame) {
			}

			@Override
			public void onHeartbeat(SimulatedConnection connection, ReceivedFrame frame) {
			}
		});
		this.simulator.connection(0).drop();
		running.awaitNotices(ShardResumed.class, 1);
		assertThat(running.notices(ShardDisconnected.class)).element(1)
			.isEqualTo(new ShardDisconnected(LiveShards.ID,
					new DisconnectCause.TimedOut(Awaited.RESUMED, LiveShards.SHORT)));
	}

	@Test
	@DisplayName("C7 A refused upgrade is tried again")
	void refusedUpgrade() {
		this.simulator.nextHandshakes(2, ScriptedAnswer.status(503));
		LiveShards running = shards();
		running.startReady();
		assertThat(running.notices(ShardDisconnected.class)).hasSize(2)
			.extracting((notice) -> notice.cause().description())
			.containsOnly("failed: the server refused the WebSocket with status 503 Service Unavailable");
	}

	@Test
	@DisplayName("C10 ACKs yield the latency")
	void latencyIsMeasured() {
		GatewaySimulator fast = GatewaySimulator.builder().heartbeatInterval(Duration.ofSeconds(1)).build();
		fast.start();
		try (fast; LiveShards running = new LiveShards(fast)) {
			ShardDriver shard = running.startReady();
			await().until(() -> shard.snapshot().connection().latencies().size() >= 2);
			assertThat(shard.snapshot().connection().latency()).isPositive();
		}
	}

	@Test
	@DisplayName("C11 A server that falls silent is left after one interval, and the session resumed")
	void silentServer() {
		GatewaySimulator fast = GatewaySimulator.builder().heartbeatInterval(Duration.ofSeconds(1)).build();
		fast.start();
		try (fast; LiveShards running = new LiveShards(fast)) {
			running.startReady();
			fast.connection(0).silence();
			assertThat(running.awaitNotices(ShardDisconnected.class, 1)).containsExactly(
					new ShardDisconnected(LiveShards.ID, new DisconnectCause.Silent(Duration.ofSeconds(1))));
			running.awaitNotices(ShardResumed.class, 1);
			assertThat(running.notices(SessionLost.class)).isEmpty();
		}
	}

	@Test
	@DisplayName("C16 Opcode 7: close that keeps the session, resume URL, HELLO, RESUME; no identify used")
	void reconnectRequested() {
		LiveShards running = shards();
		running.startReady();
		SimulatedConnection first = this.simulator.connection(0);
		first.reconnect();
		running.awaitNotices(ShardResumed.class, 1);
		await().until(first::closeCode, (code) -> code == 4000);
		SimulatedConnection second = this.simulator.connection(0);
		assertThat(second.isResumed()).isTrue();
		assertThat(second.receivedFrames(Opcode.IDENTIFY)).isEmpty();
		assertThat(second.receivedFrames(Opcode.RESUME)).hasSize(1);
	}

	@Test
	@DisplayName("C17 Opcode 9 true resumes")
	void resumableInvalidSession() {
		LiveShards running = shards();
		running.startReady();
		this.simulator.connection(0).invalidSession(true);
		running.awaitNotices(ShardResumed.class, 1);
		assertThat(this.simulator.connections()).hasSize(2);
	}

	@Test
	@DisplayName("C17 Opcode 9 false: session dropped, IDENTIFY")
	void invalidSession() {
		LiveShards running = shards();
		running.startReady();
		this.simulator.connection(0).invalidSession(false);
		running.awaitNotices(ShardReady.class, 2);
		assertThat(running.notices(SessionLost.class)).hasSize(1);
		assertThat(this.simulator.connection(0).receivedFrames(Opcode.IDENTIFY)).hasSize(1);
		assertThat(this.simulator.connection(0).receivedFrames(Opcode.RESUME)).isEmpty();
	}

	@Test
	@DisplayName("C18 What was missed is replayed in order and marked; then it goes on live")
	void missedEventsAreReplayed() {
		LiveShards running = shards();
		ShardDriver shard = running.startReady();
		this.simulator.dispatch(0, "MESSAGE_CREATE", MESSAGE);
		await().until(() -> running.delivered("MESSAGE_CREATE").size() == 1);
		this.simulator.nextConnections(1, new GatewayBehaviour() {
			@Override
			public void onResume(SimulatedConnection connection, ReceivedFrame frame) {
				for (int i = 0; i < 3; i++) {
					ShardOverWebSocketTests.this.simulator.dispatch(0, "MESSAGE_CREATE", MESSAGE);
				}
				GatewayBehaviour.super.onResume(connection, frame);
			}
		});
		this.simulator.connection(0).drop();
		running.awaitNotices(ShardResumed.class, 1);
		this.simulator.dispatch(0, "MESSAGE_CREATE", MESSAGE);
		await().until(() -> running.delivered("MESSAGE_CREATE").size() == 5);
		List<LiveShards.Delivered> messages = running.delivered("MESSAGE_CREATE");
		assertThat(messages).extracting(LiveShards.Delivered::replayed).containsExactly(false, true, true, true, false);
		assertThat(messages).extracting(LiveShards.Delivered::sequence).isSorted().doesNotHaveDuplicates();
		assertThat(shard.snapshot().receivedSequence()).isEqualTo(messages.get(4).sequence());
	}

	@Test
	@DisplayName("C21 Two drops in a row both resume")
	void twoDropsInARow() {
		LiveShards running = shards();
		running.startReady();
		this.simulator.connection(0).drop();
		running.awaitNotices(ShardResumed.class, 1);
		this.simulator.connection(0).drop();
		running.awaitNotices(ShardResumed.class, 2);
		assertThat(running.notices(SessionLost.class)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 4000, 4001, 4002, 4003, 4005, 4008, 1000, 1001, 1011, 3999, 4444 })
	@DisplayName("C23 These codes, and unknown ones, reconnect and resume")
	void closeCodesThatResume(int code) {
		LiveShards running = shards();
		running.startReady();
		this.simulator.connection(0).close(code, "because");
		running.awaitNotices(ShardResumed.class, 1);
		assertThat(running.notices(ShardDisconnected.class))
			.containsExactly(new ShardDisconnected(LiveShards.ID, new DisconnectCause.Closed(code, "because")));
		assertThat(running.notices(ShardReady.class)).hasSize(1);
	}

	@Test
	@DisplayName("C23 The end of the stream without a close frame reconnects and resumes")
	void endOfStream() {
		LiveShards running = shards();
		running.startReady();
		this.simulator.connection(0).drop();
		running.awaitNotices(ShardResumed.class, 1);
		assertThat(running.notices(ShardDisconnected.class)).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 4007, 4009 })
	@DisplayName("C24 4007 and 4009 start a new session without a futile resume")
	void closeCodesThatStartAnew(int code) {
		LiveShards running = shards();
		running.startReady();
		this.simulator.connection(0).close(code, "");
		running.awaitNotices(ShardReady.class, 2);
		assertThat(this.simulator.connections()).hasSize(2);
		assertThat(this.simulator.connection(0).receivedFrames(Opcode.RESUME)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 4004, 4010, 4011, 4012, 4013, 4014 })
	@DisplayName("C25 Fatal codes end that shard without a further connection; C54 the others run on")
	void fatalCloseCodes(int code) {
		LiveShards running = shards().maxConcurrency(2);
		ShardDriver fatal = running.start(new ShardId(0, 2));
		ShardDriver other = running.start(new ShardId(1, 2));
		LiveShards.awaitState(fatal, ShardState.READY);
		LiveShards.awaitState(other, ShardState.READY);
		this.simulator.connection(0).close(code, "");
		LiveShards.awaitState(fatal, ShardState.FAILED);
		assertThat(fatal.snapshot().fatalCloseCode()).isEqualTo(code);
		assertThat(running.notices(ShardReconnecting.class)).isEmpty();
		assertThat(other.snapshot().state()).isEqualTo(ShardState.READY);
		assertThat(fatal.send(UpdatePresence.of(UpdatePresence.Status.DND)).onErrorComplete((ex) -> {
			assertThat(ex).isInstanceOf(CommandRejectedException.class);
			return true;
		}).blockOptional(Duration.ofSeconds(30))).isEmpty();
	}

	@Test
	@DisplayName("C28 A server that accepts and at once closes does not cost a resume")
	void acceptAndClose() {
		LiveShards running = shards();
		running.startReady();
		this.simulator.nextConnections(3, new GatewayBehaviour() {
			@Override
			public void onOpen(SimulatedConnection connection) {
				connection.close(1001, "");
			}
		});
		this.simulator.connection(0).drop();
		running.awaitNotices(ShardResumed.class, 1);
		assertThat(running.notices(ShardDisconnected.class)).hasSize(4);
	}

	@Test
	@DisplayName("C41 Payloads in many small messages, as zlib-stream allows")
	void payloadsInManyMessages() {
		LiveShards running = shards();
		running.startReady();
		this.simulator.connection(0).splitMessages(1);
		this.simulator.dispatch(0, "MESSAGE_CREATE", MESSAGE);
		await().until(() -> running.delivered("MESSAGE_CREATE").size() == 1);
		assertThat(running.notices(ShardDisconnected.class)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("C41 Payloads in continuation frames, and of several MiB")
	void payloadsInPieces(Compression compression) {
		LiveShards running = shards(LiveShards.DEFAULT, compression);
		running.startReady();
		String large = MESSAGE.replace("hello", "x".repeat(3 * 1024 * 1024));
		SimulatedConnection connection = this.simulator.connection(0);
		connection.splitFrames(100);
		this.simulator.dispatch(0, "MESSAGE_CREATE", MESSAGE);
		await().until(() -> running.delivered("MESSAGE_CREATE").size() == 1);
		connection.splitFrames(1024);
		this.simulator.dispatch(0, "MESSAGE_CREATE", large);
		await().until(() -> running.delivered("MESSAGE_CREATE").size() == 2);
		assertThat(running.notices(ShardDisconnected.class)).isEmpty();
	}

	@Test
	@DisplayName("C41 A message larger than the default frame limit of 64 KiB is accepted without compression")
	void largeTextFrame() {
		LiveShards running = shards(LiveShards.DEFAULT, Compression.NONE);
		running.startReady();
		this.simulator.dispatch(0, "MESSAGE_CREATE", MESSAGE.replace("hello", "x".repeat(2 * 1024 * 1024)));
		await().until(() -> running.delivered("MESSAGE_CREATE").size() == 1);
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "NONE")
	@DisplayName("C40 A resumed connection begins with a new context")
	void contextIsNewForEachConnection(Compression compression) {
		LiveShards running = shards(LiveShards.DEFAULT, compression);
		running.startReady();
		for (int i = 1; i <= 3; i++) {
			this.simulator.connection(0).drop();
			running.awaitNotices(ShardResumed.class, i);
			this.simulator.dispatch(0, "MESSAGE_CREATE", MESSAGE);
			int expected = i;
			await().until(() -> running.delivered("MESSAGE_CREATE").size() == expected);
		}
		assertThat(running.notices(ShardDisconnected.class)).hasSize(3);
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "NONE")
	@DisplayName("C42 Corrupt data is closed with a code that keeps the session, and resumed")
	void corruptData(Compression compression) {
		assertGivenUpAndResumed(compression,
				(connection) -> connection
					.sendBytes(new byte[] { -1, -1, -1, -1, 5, 6, 7, 8, 0, 0, (byte) 0xff, (byte) 0xff }),
				"is corrupt");
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("C42 Payloads that are no UTF-8, or over the maximum, are passed over")
	void brokenPayloads(Compression compression) {
		LiveShards running = shards(LiveShards.DEFAULT, compression);
		ShardDriver shard = running.startReady();
		SimulatedConnection connection = this.simulator.connection(0);
		connection.sendFrame(new byte[] { '{', '"', (byte) 0xe2, '"', '}' });
		connection.sendFrame(new byte[17 * 1024 * 1024]);
		this.simulator.dispatch(0, "MESSAGE_CREATE", MESSAGE);
		await().until(() -> running.delivered("MESSAGE_CREATE").size() == 1);
		assertThat(shard.malformedFrames()).isEqualTo(2);
		assertThat(running.notices(ShardDisconnected.class)).isEmpty();
	}

	@Test
	@DisplayName("C42 Reserved bits of an extension that nobody negotiated are closed with a code that keeps the session, and resumed")
	void reservedBits() {
		assertGivenUpAndResumed(Compression.ZLIB_STREAM, (connection) -> {
			connection.reservedBits(4);
			connection.requestHeartbeat();
		}, "reserved bits");
	}

	private void assertGivenUpAndResumed(Compression compression, Consumer<SimulatedConnection> misbehaviour,
			String problem) {
		LiveShards running = shards(LiveShards.DEFAULT, compression);
		running.startReady();
		SimulatedConnection connection = this.simulator.connection(0);
		misbehaviour.accept(connection);
		running.awaitNotices(ShardResumed.class, 1);
		await().until(connection::closeCode, (code) -> code == 4000);
		assertThat(running.notices(ShardDisconnected.class)).singleElement()
			.extracting(ShardDisconnected::cause)
			.isInstanceOf(DisconnectCause.Corrupted.class)
			.extracting(DisconnectCause::description)
			.asString()
			.contains(problem);
		assertThat(running.notices(SessionLost.class)).isEmpty();
		assertThat(this.simulator.connections()).hasSize(2);
	}

	@Test
	@DisplayName("C42 A server that sends corrupt data with each resume costs the session in the end, not an endless loop")
	void corruptDataWithEachResume() {
		LiveShards running = shards();
		running.startReady();
		this.simulator.nextConnections(LiveShards.DEFAULT.resumeAttempts(), new GatewayBehaviour() {
			@Override
			public void onResume(SimulatedConnection connection, ReceivedFrame frame) {
				connection.sendBytes(new byte[] { -1, -1, -1, -1, 0, 0, -1, -1 });
			}
		});
		this.simulator.connection(0).drop();
		running.awaitNotices(ShardReady.class, 2);
		assertThat(running.notices(SessionLost.class)).hasSize(1);
		assertThat(this.simulator.connections()).hasSize(2 + LiveShards.DEFAULT.resumeAttempts());
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "NONE")
	@DisplayName("C43 Text frames are accepted with compression on")
	void textFramesWithCompression(Compression compression) {
		LiveShards running = shards(LiveShards.DEFAULT, compression);
		running.startReady();
		this.simulator.connection(0).sendText("{\"t\":\"MESSAGE_CREATE\",\"s\":500,\"op\":0,\"d\":" + MESSAGE + "}");
		await().until(() -> running.delivered("MESSAGE_CREATE").size() == 1);
		this.simulator.connection(0).requestHeartbeat();
		await().until(() -> this.simulator.connection(0).receivedFrames(Opcode.HEARTBEAT),
				(heartbeats) -> heartbeats.stream().anyMatch((frame) -> frame.data().asInt() == 500));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"op\":99,\"d\":{\"x\":1}}", "{\"t\":\"BRAND_NEW\",\"s\":600,\"op\":0,\"d\":[1]}",
			"not json", "[]", "{}", "{\"op\":10,\"d\":{\"heartbeat_interval\":0}}",
			"{\"op\":10,\"d\":{\"heartbeat_interval\":9223372036854775807}}", "{\"op\":\"text\"}", "{\"op\":0,\"d\":" })
	@DisplayName("C45 Unknown opcodes and events, and malformed frames, are no error: the shard goes on")
	void strangeFrames(String frame) {
		LiveShards running = shards();
		ShardDriver shard = running.startReady();
		this.simulator.connection(0).sendFrame(frame);
		this.simulator.dispatch(0, "MESSAGE_CREATE", MESSAGE);
		await().until(() -> running.delivered("MESSAGE_CREATE").size() == 1);
		assertThat(running.notices(ShardDisconnected.class)).isEmpty();
		boolean malformed = !frame.contains("99") && !frame.contains("BRAND_NEW");
		assertThat(shard.malformedFrames()).isEqualTo(malformed ? 1 : 0);
	}

	@Test
	void malformedFramesDoNotFillTheLog(CapturedOutput output) {
		LiveShards running = shards();
		ShardDriver shard = running.startReady();
		for (int i = 0; i < 100; i++) {
			this.simulator.connection(0).sendFrame("not json");
		}
		await().until(() -> shard.malformedFrames() == 100);
		assertThat(output.getOut().lines().filter((line) -> line.contains("received a malformed frame"))).hasSize(13)
			.element(12, InstanceOfAssertFactories.STRING)
			.contains("its number 64");
	}

	@Test
	void eventsComeWithTheirSession() {
		LiveShards running = shards();
		running.startReady();
		String first = String.valueOf(this.simulator.connection(0).sessionId());
		this.simulator.connection(0).invalidSession(false);
		await().until(() -> running.delivered("READY").size() == 2);
		String second = String.valueOf(this.simulator.connection(0).sessionId());
		assertThat(running.sessionIds().stream().distinct()).containsExactly(first, second);
	}

	@Test
	@DisplayName("C30 A command completes when it was written, and reaches the server")
	void commandIsWritten() {
		ShardDriver shard = shards().startReady();
		shard.send(UpdatePresence.of(UpdatePresence.Status.DND, Activity.playing("chess")))
			.block(Duration.ofSeconds(30));
		List<ReceivedFrame> received = Awaitility.await()
			.until(() -> this.simulator.connection(0).receivedFrames(Opcode.PRESENCE_UPDATE),
					(found) -> !found.isEmpty());
		assertThat(received.get(0).data().toString()).isEqualTo(
				"{\"since\":null,\"activities\":[{\"name\":\"chess\",\"type\":0}],\"status\":\"dnd\",\"afk\":false}");
	}

	@Test
	@DisplayName("C12 Reading that is paused is no silence: heartbeats go on, and nothing is lost")
	void pausedReading() {
		GatewaySimulator fast = GatewaySimulator.builder().heartbeatInterval(Duration.ofSeconds(1)).build();
		fast.start();
		try (fast; LiveShards running = new LiveShards(fast)) {
			ShardDriver shard = running.startReady();
			shard.pauseReading(true);
			await().until(() -> shard.snapshot().readingPaused());
			for (int i = 0; i < 200; i++) {
				fast.dispatch(0, "MESSAGE_CREATE", MESSAGE);
			}
			int before = fast.connection(0).receivedFrames(Opcode.HEARTBEAT).size();
			await().until(() -> fast.connection(0).receivedFrames(Opcode.HEARTBEAT).size() >= before + 4);
			assertThat(running.delivered("MESSAGE_CREATE")).as("only what was on its way").hasSizeLessThan(50);
			shard.pauseReading(false);
			await().until(() -> running.delivered("MESSAGE_CREATE").size() == 200);
			assertThat(running.notices(ShardDisconnected.class)).isEmpty();
		}
	}

	@Test
	@DisplayName("C12 A connection that ends while reading is paused is missed by its heartbeats, and resumed")
	void connectionThatEndsWhileReadingIsPaused() {
		GatewaySimulator fast = GatewaySimulator.builder().heartbeatInterval(Duration.ofSeconds(1)).build();
		fast.start();
		try (fast; LiveShards running = new LiveShards(fast)) {
			ShardDriver shard = running.startReady();
			shard.pauseReading(true);
			await().until(() -> shard.snapshot().readingPaused());
			for (int i = 0; i < 200; i++) {
				fast.dispatch(0, "MESSAGE_CREATE", MESSAGE);
			}
			fast.connections().get(0).drop();
			await().until(() -> fast.connections().size() > 1
					&& !fast.connections().get(1).receivedFrames(Opcode.RESUME).isEmpty());
			shard.pauseReading(false);
			await().until(() -> running.delivered("MESSAGE_CREATE").size() == 200);
			assertThat(running.notices(SessionLost.class)).isEmpty();
		}
	}

	@Test
	@DisplayName("C12 A pause from the event loop is not undone by an earlier call that comes to its turn later")
	void latestPauseCounts() throws Exception {
		ShardDriver shard = shards().startReady();
		CountDownLatch paused = new CountDownLatch(1);
		CountDownLatch goesOn = new CountDownLatch(1);
		Mono<Void> pauses = shard.execute(() -> {
			shard.pauseReading(true);
			paused.countDown();
			awaitQuietly(goesOn);
			shard.pauseReading(true);
		}).cache();
		pauses.subscribe();
		assertThat(paused.await(30, TimeUnit.SECONDS)).isTrue();
		shard.pauseReading(false);
		goesOn.countDown();
		pauses.then(shard.execute(() -> {
		})).block(Duration.ofSeconds(30));
		assertThat(shard.snapshot().readingPaused()).isTrue();
		shard.pauseReading(false);
		shard.execute(() -> {
		}).block(Duration.ofSeconds(30));
		assertThat(shard.snapshot().readingPaused()).isFalse();
	}

	private static void awaitQuietly(CountDownLatch latch) {
		try {
			assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	@DisplayName("C12 A shard reads again when neither its listeners are behind nor its events are held back")
	void twoReasonsToPause() {
		ShardDriver shard = shards().startReady();
		shard.holdReading(true);
		shard.pauseReading(true);
		shard.holdReading(false);
		shard.execute(() -> {
		}).block(Duration.ofSeconds(30));
		assertThat(shard.snapshot().readingPaused()).isTrue();
		shard.pauseReading(false);
		shard.execute(() -> {
		}).block(Duration.ofSeconds(30));
		assertThat(shard.snapshot().readingPaused()).isFalse();
	}

	@Test
	@DisplayName("C12 A shard that reconnects while its listeners are behind begins paused, and reads all afterwards")
	void reconnectsWhilePaused() {
		LiveShards running = shards();
		ShardDriver shard = running.startReady();
		shard.pauseReading(true);
		this.simulator.connection(0).drop();
		running.awaitNotices(ShardDisconnected.class, 1);
		for (int i = 0; i < 200; i++) {
			this.simulator.dispatch(0, "MESSAGE_CREATE", MESSAGE);
		}
		Awaitility.await().until(() -> this.simulator.connections().size() == 2);
		SimulatedConnection next = this.simulator.connections().get(1);
		Awaitility.await().until(() -> !next.receivedFrames(Opcode.RESUME).isEmpty());
		shard.execute(() -> {
		}).block(Duration.ofSeconds(30));
		assertThat(running.delivered("MESSAGE_CREATE")).as("only what was asked for ahead").hasSizeLessThan(200);
		shard.pauseReading(false);
		Awaitility.await().until(() -> running.delivered("MESSAGE_CREATE").size() == 200);
		LiveShards.awaitState(shard, ShardState.READY);
	}

	@Test
	@DisplayName("C36 Stop ends even when the server never echoes the close; C37 it closes 1000 to forget")
	void stopWithoutEcho() {
		LiveShards running = shards(LiveShards.impatient(Awaited.RESUMED), Compression.ZLIB_STREAM);
		this.simulator.behaviour(new GatewayBehaviour() {
			@Override
			public boolean onClose(SimulatedConnection connection, int code) {
				return false;
			}
		});
		ShardDriver shard = running.startReady();
		SimulatedConnection connection = awaitConnection(1);
		shard.stop(false).block(Duration.ofSeconds(30));
		assertThat(shard.snapshot().state()).isEqualTo(ShardState.STOPPED);
		await().until(connection::closeCode, (code) -> code == 1000);
	}

}
