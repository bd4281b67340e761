package io.github.discordgateway.internal.transport;

import io.github.discordgateway.simulator.ScriptedAnswer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.github.discordgateway.internal.compression.Compression;
import io.github.discordgateway.simulator.GatewayBehaviour;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.ReceivedFrame;
import io.github.discordgateway.simulator.SimulatedConnection;
import io.netty.channel.EventLoop;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.WebsocketClientSpec;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;
import org.springframework.web.reactive.socket.client.WebSocketClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link WebSocketGatewayConnector}, over real WebSockets.
 */
@ExtendWith(OutputCaptureExtension.class)
class WebSocketGatewayConnectorTests {

	private static final int MAX_FRAME_BYTES = 100_000;

	private static final int MAX_PAYLOAD_BYTES = 10 * MAX_FRAME_BYTES;

	private final GatewaySimulator simulator = GatewaySimulator.builder().behaviour(new GatewayBehaviour() {

		@Override
		public void onOpen(SimulatedConnection connection) {
			// Leaves the first word to the test.
		}

		@Override
		public void onHeartbeat(SimulatedConnection connection, ReceivedFrame frame) {
			// Answers nothing either.
		}

	}).build();

	private final GatewayHttpResources http = new GatewayHttpResources(Duration.ofSeconds(10));

	private final EventLoop eventLoop = this.http.nextEventLoop();

	private final RecordingConnectionHandler handler = new RecordingConnectionHandler(this.eventLoop);

	private final WebSocketClient client = new ReactorNettyWebSocketClient(this.http.httpClient(),
			() -> WebsocketClientSpec.builder().maxFramePayloadLength(MAX_FRAME_BYTES));

	private final Scheduler otherThread = Schedulers.newSingle("other-thread");

	@BeforeEach
	void start() {
		this.simulator.start();
	}

	@AfterEach
	void close() {
		this.simulator.close();
		this.http.close();
		this.otherThread.dispose();
	}

	private GatewayConnection connect(WebSocketClient with, URI url, Compression compression) {
		WebSocketGatewayConnector connector = new WebSocketGatewayConnector(with, compression, MAX_PAYLOAD_BYTES,
				"DiscordBot (https://example.org, 1)");
		return onLoop(() -> connector.connect(url, this.eventLoop, this.handler));
	}

	private GatewayConnection connect(WebSocketClient with, Compression compression) {
		return connect(with, new GatewayUrl(this.simulator.url(), compression).main(), compression);
	}

	private GatewayConnection connectOpen(WebSocketClient with, Compression compression) {
		GatewayConnection connection = connect(with, compression);
		await().until(() -> !this.handler.calls().isEmpty() && !this.simulator.connections().isEmpty());
		return connection;
	}

	private <T> T onLoop(Callable<T> task) {
		return this.eventLoop.submit(task).syncUninterruptibly().getNow();
	}

	private void runOnLoop(Runnable task) {
		this.eventLoop.submit(task).syncUninterruptibly();
	}

	private SimulatedConnection server() {
		return this.simulator.connections().get(0);
	}

	private void awaitCalls(String... calls) {
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(this.handler.calls()).containsExactly(calls));
	}

	/** Whatever the loop had in hand is done when this returns. */
	private void settle() {
		runOnLoop(() -> {
		});
	}

	@Test
	@DisplayName("C44 a client on other threads is brought back to the event loop, in order and without a leak")
	void otherThreadsAreBroughtBack() {
		HoppingWebSocketClient hopping = new HoppingWebSocketClient(this.client, this.otherThread);
		GatewayConnection connection = connectOpen(hopping, Compression.NONE);
		List<String> expected = new ArrayList<>(List.of("opened"));
		IntStream.range(0, 1000).mapToObj((i) -> "{\"n\":" + i + "}").forEach((text) -> {
			expected.add(text);
			server().sendText(text);
		});
		await().until(() -> this.handler.calls().size() == expected.size());
		runOnLoop(() -> connection.send("{\"op\":1,\"d\":null}").subscribe());
		await().until(() -> server().receivedFrames().size() == 1);
		server().close(4001, "why");
		expected.add("closed 4001 why");
		awaitCalls(expected.toArray(String[]::new));
		assertThat(hopping.buffers()).hasSize(1000);
		await().until(() -> hopping.buffers().stream().allMatch((buffer) -> buffer.refCnt() == 0));
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void tellsWhenAReadIsCompleteWhateverTheClient(boolean onOtherThreads) {
		connectOpen(onOtherThreads ? new HoppingWebSocketClient(this.client, this.otherThread) : this.client,
				Compression.NONE);
		for (int i = 1; i <= 3; i++) {
			int calls = 1 + i;
			server().sendText("{\"n\":" + i + "}");
			await().until(() -> this.handler.calls().size() == calls && this.handler.isReadComplete());
		}
	}

	@Test
	@DisplayName("C44 messages that were on their way when the connection is dropped are released")
	void droppedMessagesAreReleased() {
		HoppingWebSocketClient hopping = new HoppingWebSocketClient(this.client, this.otherThread);
		GatewayConnection connection = connectOpen(hopping, Compression.NONE);
		for (int i = 0; i < 500; i++) {
			server().sendText("{\"n\":" + i + "}");
		}
		await().until(() -> this.handler.calls().size() > 5);
		runOnLoop(() -> connection.drop(4000));
		int told = this.handler.calls().size();
		await().until(() -> !server().isOpen());
		await().until(() -> hopping.buffers().stream().allMatch((buffer) -> buffer.refCnt() == 0));
		settle();
		assertThat(this.handler.calls()).hasSize(told);
	}

	@ParameterizedTest
	@CsvSource({ "1000", "1001", "1011", "3000", "4000", "4014", "4999" })
	void closeCodeOfTheServerIsTold(int code) {
		connectOpen(this.client, Compression.NONE);
		server().close(code, "because");
		awaitCalls("opened", "closed " + code + " because");
	}

	@ParameterizedTest
	@ValueSource(ints = { 5000, 65_535 })
	void closeCodeThatCannotBeEndsTheConnectionOnce(int code) {
		connectOpen(this.client, Compression.NONE);
		server().close(code, "odd");
		await().until(() -> this.handler.calls().size() == 2);
		await().until(() -> !server().isOpen());
		settle();
		assertThat(this.handler.calls()).hasSize(2).last().asString().matches("failed|closed .*");
	}

	@Test
	@DisplayName("C23 a connection that is reset is told as 1006")
	void resetIsTold() {
		connectOpen(this.client, Compression.NONE);
		server().drop();
		awaitCalls("opened", "closed 1006 the connection ended without a close frame (connection reset)");
	}

	@Test
	@DisplayName("C23 an end of stream is told as 1006, too")
	void endOfStreamIsTold() throws Exception {
		try (SilentServer server = new SilentServer()) {
			connect(this.client, server.url(), Compression.NONE);
			await().until(() -> this.handler.calls().contains("opened"));
			server.end();
			awaitCalls("opened", "closed 1006 the connection ended without a close frame");
		}
	}

	@Test
	void ownCloseIsSentAndTold() {
		GatewayConnection connection = connectOpen(this.client, Compression.NONE);
		runOnLoop(() -> connection.close(4000));
		awaitCalls("opened", "closed 4000 ");
		await().until(() -> server().closeCode() == 4000);
		runOnLoop(() -> connection.close(1000));
		runOnLoop(() -> connection.drop(1000));
		settle();
		assertThat(this.handler.calls()).hasSize(2);
	}

	@Test
	void frameUpToTheLimitIsTaken() {
		connectOpen(this.client, Compression.NONE);
		server().sendText("x".repeat(MAX_FRAME_BYTES));
		awaitCalls("opened", "x".repeat(MAX_FRAME_BYTES));
	}

	@ParameterizedTest
	@ValueSource(ints = { 125, 126, 65535, 65536, 65537, MAX_FRAME_BYTES + 1, 2 * 65535, 2 * 65535 + 1, 2 * 65535 + 126,
			MAX_PAYLOAD_BYTES })
	@DisplayName("C41 a frame of any size is taken, up to the largest payload")
	void frameOfAnySizeIsTaken(int size) {
		connectOpen(this.client, Compression.NONE);
		server().sendText("x".repeat(size));
		server().sendText("{}");
		awaitCalls("opened", "x".repeat(size), "{}");
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("C42 a payload over the maximum is passed over, in one frame and in many")
	void payloadOverTheMaximumIsPassedOver(Compression compression) {
		connectOpen(this.client, compression);
		byte[] noise = new byte[2 * MAX_PAYLOAD_BYTES];
		new Random(7).nextBytes(noise);
		String large = "{\"d\":\"" + Base64.getEncoder().encodeToString(noise) + "\"}";
		String problem = "broken its " + large.length() + " bytes are more than the " + MAX_PAYLOAD_BYTES
				+ " that discord.gateway.max-payload-size allows";
		server().sendFrame(large);
		server().sendFrame("{\"n\":1}");
		server().splitFrames(100_000);
		server().sendFrame(large);
		server().sendFrame("{\"n\":2}");
		awaitCalls("opened", problem, "{\"n\":1}", problem, "{\"n\":2}");
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("C41 a message in any number of frames is one payload, split at every byte")
	void messageInManyFrames(Compression compression) {
		connectOpen(this.client, compression);
		List<String> expected = new ArrayList<>(List.of("opened"));
		for (int size = 1; size < 60; size++) {
			String payload = "{\"size\":" + size + ",\"text\":\"0123456789 \u20ac \ud83d\ude00\"}";
			server().splitFrames(size);
			server().sendFrame(payload);
			expected.add(payload);
		}
		awaitCalls(expected.toArray(String[]::new));
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("C41 a large message in continuation frames of 1 KiB is one payload")
	void continuationFramesOfOneKibibyte(Compression compression) {
		connectOpen(this.client, compression);
		server().splitFrames(1024);
		byte[] noise = new byte[60_000];
		new Random(5).nextBytes(noise);
		String payload = "{\"text\":\"" + Base64.getEncoder().encodeToString(noise) + "\"}";
		server().sendFrame(payload);
		server().sendFrame("{}");
		awaitCalls("opened", payload, "{}");
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "NONE")
	@DisplayName("C43 text is accepted with compression on")
	void textWithCompression(Compression compression) {
		connectOpen(this.client, compression);
		server().sendFrame("{\"compressed\":1}");
		server().sendText("{\"compressed\":0}");
		server().sendFrame("{\"compressed\":2}");
		awaitCalls("opened", "{\"compressed\":1}", "{\"compressed\":0}", "{\"compressed\":2}");
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("C42 what is not UTF-8 is passed over: in text and inflated")
	void invalidUtf8IsPassedOver(Compression compression) {
		byte[] invalid = { '{', '"', 'a', (byte) 0xC3, '(', '"', ':', '1', '}' };
		connectOpen(this.client, compression);
		server().sendFrame("{\"valid\":\"\u00fc\"}");
		server().sendFrame(invalid);
		server().sendFrame("{}");
		server().close(4000, "");
		awaitCalls("opened", "{\"valid\":\"\u00fc\"}", "broken it is not UTF-8 at byte 3 of 9 (0xc3)", "{}",
				"closed 4000 ");
	}

	@Test
	@DisplayName("C42 text that is not UTF-8 is told with compression on, too")
	void invalidUtf8InTextWithCompression() {
		connectOpen(this.client, Compression.ZSTD_STREAM);
		server().sendText(new byte[] { '{', (byte) 0xFF, '}' });
		awaitCalls("opened", "broken it is not UTF-8 at byte 1 of 3 (0xff)");
	}

	@Test
	@DisplayName("C42 a binary message without compression that is not UTF-8 is told")
	void invalidUtf8InABinaryMessage() {
		connectOpen(this.client, Compression.NONE);
		server().sendBytes(new byte[] { '{', (byte) 0xFF, '}' });
		awaitCalls("opened", "broken it is not UTF-8 at byte 1 of 3 (0xff)");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 4, 7 })
	@DisplayName("C42 reserved bits of an extension that nobody negotiated are told once")
	void reservedBits(int bits) {
		connectOpen(this.client, Compression.ZSTD_STREAM);
		server().sendFrame("{\"bits\":0}");
		awaitCalls("opened", "{\"bits\":0}");
		server().reservedBits(bits);
		server().sendFrame("{\"bits\":1}");
		server().sendText("{\"bits\":2}");
		awaitCalls("opened", "{\"bits\":0}", "corrupted");
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "NONE")
	@DisplayName("C42 corrupt bytes are told once, and nothing behind them is delivered")
	void corruptBytesAreToldOnce(Compression compression) {
		GatewayConnection connection = connectOpen(this.client, compression);
		server().sendBytes(new byte[] { 1, 2, 3, 4 });
		server().sendText("{}");
		server().sendBytes(new byte[] { 1, 2, 3, 4 });
		server().close(4000, "");
		awaitCalls("opened", "corrupted", "closed 4000 ");
		runOnLoop(() -> connection.drop(4000));
	}

	@Test
	@DisplayName("C12 a paused connection delivers no more than was asked for, and all of it afterwards")
	void pausedReadingGoesOn() {
		GatewayConnection connection = connectOpen(this.client, Compression.NONE);
		runOnLoop(() -> connection.pauseReading(true));
		for (int i = 0; i < 100; i++) {
			server().sendText("{\"n\":" + i + "}");
		}
		await().until(() -> this.handler.calls().size() == 1 + 16);
		// An answer that goes out shows that the loop had its chance to deliver more.
		runOnLoop(() -> connection.send("{\"op\":1,\"d\":null}").subscribe());
		await().until(() -> server().receivedFrames().size() == 1);
		assertThat(this.handler.calls()).hasSize(1 + 16);
		runOnLoop(() -> {
			connection.pauseReading(false);
			assertThat(this.handler.calls()).as("nothing comes within the caller's own work").hasSize(1 + 16);
			connection.pauseReading(true);
		});
		runOnLoop(() -> connection.pauseReading(false));
		await().until(() -> this.handler.calls().size() == 1 + 100);
		assertThat(this.handler.calls()).last().isEqualTo("{\"n\":99}");
	}

	@Test
	void refusedConnectionFailsOnce() {
		URI url = this.simulator.url();
		this.simulator.close();
		connect(this.client, url, Compression.NONE);
		awaitCalls("failed");
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 302, 401, 403, 429, 500, 503 })
	void refusedUpgradeFailsOnceWithoutAStackTrace(int status, CapturedOutput output) {
		this.simulator.nextHandshakes(1, ScriptedAnswer.status(status));
		connect(this.client, Compression.NONE);
		awaitCalls("failed");
		settle();
		assertThat(this.handler.problem())
			.hasMessageStartingWith("the server refused the WebSocket with status " + status);
		assertThat(output).doesNotContain("reactor.netty.http.client");
	}

	@ParameterizedTest
	@CsvSource({ "429, 15, PT15S", "503, 2.5, PT2.5S", "503, 0, ", "429, -1, ", "429, soon, ", "429, , ",
			"503, 31536000, P1D", "502, 7, PT7S" })
	@DisplayName("C53 the Retry-After of a handshake is told, when it can be")
	void retryAfterOfTheHandshakeIsTold(int status, @Nullable String header, @Nullable Duration wait) throws Exception {
		try (RefusingServer server = new RefusingServer(status, header)) {
			connect(this.client, server.url(), Compression.NONE);
			awaitCalls("failed");
			assertThat(this.handler.problem()).isInstanceOfSatisfying(HandshakeRefusedException.class, (refusal) -> {
				assertThat(refusal.status()).isEqualTo(status);
				assertThat(refusal.retryAfter()).isEqualTo(wait);
				assertThat(refusal.remedy()).isNotBlank();
			});
		}
	}

	@Test
	void endDuringTheHandshakeFailsOnceWithoutAStackTrace(CapturedOutput output) {
		CountDownLatch asked = leaveHandshakeUnanswered();
		connect(this.client, Compression.NONE);
		await().until(() -> asked.getCount() == 0);
		this.simulator.close();
		awaitCalls("failed");
		settle();
		assertThat(this.handler.problem())
			.hasMessageMatching("the connection was closed during the WebSocket handshake|.*Connection reset.*");
		assertThat(output).doesNotContain("reactor.netty.http.client");
	}

	@Test
	void serverWithoutTlsFailsOnceWithoutAStackTrace(CapturedOutput output) {
		connect(this.client, URI.create(this.simulator.url().toString().replace("ws:", "wss:")), Compression.NONE);
		awaitCalls("failed");
		settle();
		assertThat(output).doesNotContain("reactor.netty.http.client");
	}

	@Test
	void dropDuringTheHandshakeLeavesNoStackTrace(CapturedOutput output) {
		CountDownLatch asked = leaveHandshakeUnanswered();
		GatewayConnection connection = connect(this.client, Compression.NONE);
		await().until(() -> asked.getCount() == 0);
		runOnLoop(() -> connection.drop(4000));
		settle();
		this.simulator.close();
		settle();
		assertThat(this.handler.calls()).isEmpty();
		assertThat(output).doesNotContain("reactor.netty.http.client");
	}

	@Test
	void serverThatInsistsOnAUserAgentIsConnectedTo() {
		answerHandshakes((headers) -> headers.getOrDefault("User-Agent", "").matches("DiscordBot \\(.+, .+\\)") ? null
				: ScriptedAnswer.status(403));
		connectOpen(this.client, Compression.NONE);
		assertThat(this.handler.calls()).containsExactly("opened");
	}

	private CountDownLatch leaveHandshakeUnanswered() {
		CountDownLatch asked = new CountDownLatch(1);
		answerHandshakes((headers) -> {
			asked.countDown();
			return ScriptedAnswer.hang();
		});
		return asked;
	}

	private void answerHandshakes(Function<Map<String, String>, @Nullable ScriptedAnswer> answer) {
		this.simulator.nextConnections(1, new GatewayBehaviour() {

			@Override
			public @Nullable ScriptedAnswer onHandshake(Map<String, String> headers) {
				return answer.apply(headers);
			}

			@Override
			public void onOpen(SimulatedConnection connection) {
				// Leaves the first word to the test.
			}

		});
	}

	@Test
	@DisplayName("C13 a connection that is dropped while it opens tells nothing any more")
	void dropWhileConnecting() {
		GatewayConnection connection = onLoop(() -> {
			GatewayConnection opening = connectHere();
			opening.drop(4000);
			return opening;
		});
		assertThatIllegalStateException().isThrownBy(() -> onLoop(() -> connection.send("{}")).block());
		RecordingConnectionHandler next = new RecordingConnectionHandler(this.eventLoop);
		onLoop(() -> new WebSocketGatewayConnector(this.client, Compression.NONE, MAX_FRAME_BYTES, "test")
			.connect(this.simulator.url(), this.eventLoop, next));
		await().until(() -> next.calls().contains("opened"));
		assertThat(this.handler.calls()).isEmpty();
	}

	@Test
	void closeBeforeOpenEndsOnce() {
		onLoop(() -> {
			GatewayConnection opening = connectHere();
			opening.close(4000);
			opening.close(4000);
			return opening;
		});
		awaitCalls("closed 1006 ");
		await().until(() -> this.simulator.connections().stream().noneMatch(SimulatedConnection::isOpen));
		assertThat(this.handler.calls()).containsExactly("closed 1006 ");
	}

	private GatewayConnection connectHere() {
		return new WebSocketGatewayConnector(this.client, Compression.NONE, MAX_FRAME_BYTES, "test")
			.connect(this.simulator.url(), this.eventLoop, this.handler);
	}

	@Test
	void nothingIsSentBeforeTheConnectionIsOpen() {
		this.simulator.nextHandshakes(1, ScriptedAnswer.hang());
		GatewayConnection connection = connect(this.client, Compression.NONE);
		Mono<Void> sending = onLoop(() -> connection.send("{}"));
		assertThatIllegalStateException().isThrownBy(sending::block).withMessageContaining("not open");
		runOnLoop(() -> connection.drop(4000));
		settle();
		assertThat(this.handler.calls()).isEmpty();
	}

}
