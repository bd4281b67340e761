package io.github.discordgateway.actuate;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.event.TypingStart;
import io.github.discordgateway.internal.codec.EventDecoder;
import io.github.discordgateway.internal.dispatch.EventDispatcher;
import io.github.discordgateway.internal.dispatch.LoggingErrorHandler;
import io.github.discordgateway.internal.protocol.Frame;
import io.github.discordgateway.internal.protocol.FrameReader;
import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import io.github.discordgateway.listener.DispatchOrdering;
import io.github.discordgateway.listener.GatewayListenerRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link ListenersHealthIndicator}.
 */
@ExtendWith(OutputCaptureExtension.class)
class ListenersHealthIndicatorTests {

	private static final ShardId SHARD = new ShardId(0, 1);

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final JsonMapper MAPPER = GatewayJsonMapper.builder().build();

	private final ExecutorService pool = Executors.newFixedThreadPool(4);

	private final EventDispatcher dispatcher = new EventDispatcher(new EventDecoder(MAPPER)::decode, this.pool,
			DispatchOrdering.GUILD, 10, new LoggingErrorHandler());

	private final GatewayListenerRegistry registry = new GatewayListenerRegistry(this.pool);

	private final List<String> calls = new CopyOnWriteArrayList<>();

	private final CountDownLatch release = new CountDownLatch(1);

	private final ListenersHealthIndicator indicator = new ListenersHealthIndicator(this.dispatcher.statistics(),
			Clock.systemUTC());

	@AfterEach
	void stop() {
		this.release.countDown();
		this.pool.shutdownNow();
	}

	private void dispatch(String name, int count) throws Exception {
		for (int i = 0; i < count; i++) {
			byte[] json = ("{\"t\":\"" + name + "\",\"s\":1,\"op\":0,\"d\":{\"id\":\"1\",\"channel_id\":\"10\","
					+ "\"guild_id\":\"2222\",\"user_id\":\"3\",\"timestamp\":1}}")
				.getBytes(StandardCharsets.UTF_8);
			try (Frame frame = new FrameReader(MAPPER).read(json, 0, json.length)) {
				this.dispatcher.dispatch(SHARD, "session", frame, false, () -> {
				});
			}
		}
	}

	@Test
	@DisplayName("C50 a paused listener is named with what waits for it, and the others get their events; when its events stop a shard the listeners are out of service")
	void pausedListener(CapturedOutput output) throws Exception {
		this.registry.listen("a", MessageCreate.class, (event) -> this.calls.add("a"));
		this.registry.listen("b", MessageCreate.class, (event) -> this.calls.add("b"));
		this.registry.listen("t", TypingStart.class, (event) -> this.calls.add("t"));
		this.registry.observe(this.dispatcher::setHandlers);
		assertThat(this.indicator.health().getDetails()).doesNotContainKeys("paused", "heldUp");
		this.registry.pause("a");
		dispatch("MESSAGE_CREATE", 6);
		dispatch("TYPING_START", 3);
		await().atMost(PATIENCE).until(() -> this.calls.size() == 9);
		assertThat(this.calls).doesNotContain("a");
		Health health = this.indicator.health();
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails()).containsEntry("paused", Map.of("a", "6 events wait"))
			.doesNotContainKey("heldUp");
		dispatch("MESSAGE_CREATE", 6);
		await().atMost(PATIENCE).until(() -> this.calls.size() == 15);
		health = this.indicator.health();
		assertThat(health.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
		assertThat(health.getDetails().get("problem")).asString()
			.isEqualTo("shards [0/1] read no events as long as listeners [a] are paused");
		assertThat(health.getDetails()).containsEntry("heldUp",
				Map.of("0/1", Map.of("listener", "a", "events", 12, "mostIn", "guild 2222", "there", 12)));
		assertThat(output).contains("Shard 0/1 stops reading: 10 events wait for their listeners. Most of them, ")
			.contains("for listener a (paused), ")
			.contains("of these in guild 2222");
		this.registry.resume("a");
		this.dispatcher.drain().block(PATIENCE);
		assertThat(this.indicator.health().getStatus()).isEqualTo(Status.UP);
		assertThat(this.indicator.health().getDetails()).doesNotContainKeys("paused", "heldUp", "problem");
	}

	@Test
	@DisplayName("C60 a shard that a stuck call stops is named at once, with the guild and the listener")
	void stuckListener() throws Exception {
		this.registry.listen("stuck", MessageCreate.class, (event) -> this.release.await());
		this.registry.listen("other", MessageCreate.class, (event) -> this.calls.add("other"));
		this.registry.observe(this.dispatcher::setHandlers);
		dispatch("MESSAGE_CREATE", 11);
		await().atMost(PATIENCE).until(() -> this.calls.size() == 11);
		assertThat(this.indicator.health().getDetails()).containsEntry("heldUp",
				Map.of("0/1", Map.of("listener", "stuck", "events", 11, "mostIn", "guild 2222", "there", 11)));
	}

}
