package io.github.discordgateway.internal.shard;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.discordgateway.Opcode;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.ShardState;
import io.github.discordgateway.event.lifecycle.DisconnectCause;
import io.github.discordgateway.event.lifecycle.ShardDisconnected;
import io.github.discordgateway.event.lifecycle.ShardReady;
import io.github.discordgateway.event.lifecycle.ShardReconnecting;
import io.github.discordgateway.event.lifecycle.ShardResumed;
import io.github.discordgateway.identify.IdentifyPermit;
import io.github.discordgateway.identify.IdentifyQueue;
import io.github.discordgateway.identify.SessionStartLimit;
import io.github.discordgateway.internal.compression.Compression;
import io.github.discordgateway.internal.protocol.Frame;
import io.github.discordgateway.internal.transport.GatewayConnection;
import io.github.discordgateway.internal.transport.GatewayConnector;
import io.github.discordgateway.internal.transport.HandshakeRefusedException;
import io.github.discordgateway.simulator.GatewayBehaviour;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.ReceivedFrame;
import io.github.discordgateway.simulator.SimulatedConnection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link ShardDriver} when what it uses fails.
 */
class ShardFaultsTests {

	private static final String MESSAGE = "{\"id\":\"1\",\"channel_id\":\"2\",\"content\":\"hello\"}";

	/** So patient that a limit which is waited out fails a test. */
	private static final ShardSettings PATIENT = new ShardSettings(Duration.ofMinutes(5), Duration.ofMinutes(5),
			Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofSeconds(5), Duration.ofMillis(20),
			Duration.ofMillis(200), Duration.ofMillis(50), 5, Duration.ofMinutes(1), 1000, 2000, Duration.ofMillis(20));

	private GatewaySimulator simulator;

	private LiveShards shards;

	@BeforeEach
	void start() {
		this.simulator = GatewaySimulator.builder().build();
		this.simulator.start();
		this.shards = new LiveShards(this.simulator, PATIENT, Compression.NONE);
	}

	@AfterEach
	void stop() {
		this.shards.close();
		this.simulator.close();
	}

	@Test
	@DisplayName("C59 A connector that throws is tried again")
	void aConnectorThatThrows() {
		AtomicInteger failures = new AtomicInteger();
		this.shards.using((services) -> {
			GatewayConnector real = services.connector();
			return with(services, (url, eventLoop, handler) -> {
				if (failures.incrementAndGet() <= 2) {
					throw new LinkageError("a client that does not fit");
				}
				return real.connect(url, eventLoop, handler);
			}, services.identifyQueue(), services.delivery(), services.watcher());
		}).startReady();
		assertThat(this.shards.notices(ShardDisconnected.class)).hasSize(2);
	}

	@Test
	@DisplayName("C59 A queue that ends without a permit, throws or returns nothing is asked again")
	void aQueueThatDoesNotGrant() {
		AtomicInteger calls = new AtomicInteger();
		this.shards
			.using((services) -> with(services, services.connector(), new BrokenQueue(services.identifyQueue(), calls),
					services.delivery(), services.watcher()))
			.start();
		await().atMost(Duration.ofSeconds(40)).until(() -> this.shards.notices(ShardReady.class).size() == 1);
		assertThat(calls).hasValue(4);
	}

	@Test
	@DisplayName("C59 A watcher that throws disturbs nobody")
	void aWatcherThatThrows() {
		this.shards.using((services) -> with(services, services.connector(), services.identifyQueue(),
				services.delivery(), (event) -> {
					throw new AssertionError("a watcher that fails");
				}));
		ShardDriver shard = this.shards.startReady();
		this.simulator.connection(0).drop();
		await().until(() -> shard.snapshot().reconnects() == 1 && shard.snapshot().state() == ShardState.READY);
	}

	@Test
	@DisplayName("C58 An event whose delivery fails with an Error comes again, and is delivered")
	void deliveryThatFailsOnce() {
		AtomicInteger failures = new AtomicInteger();
		failing(failures, 1).startReady();
		messages(3);
		await().until(() -> this.shards.delivered("MESSAGE_CREATE").size() == 3);
		assertThat(this.shards.delivered("MESSAGE_CREATE")).extracting(LiveShards.Delivered::sequence)
			.isSorted()
			.doesNotHaveDuplicates();
		assertThat(failures).hasValue(1);
		this.shards.awaitNotices(ShardResumed.class, 1);
		assertThat(identifies()).isOne();
	}

	@Test
	@DisplayName("C42 An event whose delivery always fails is passed over, and costs no session")
	void deliveryThatAlwaysFails() {
		AtomicInteger failures = new AtomicInteger();
		ShardDriver shard = failing(failures, Integer.MAX_VALUE).startReady();
		messages(21);
		await().until(() -> this.shards.delivered("MESSAGE_CREATE").size() == 20);
		assertThat(failures).hasValue(2);
		assertThat(shard.statistics().sessions().passedOver()).isOne();
		assertThat(identifies()).isOne();
		await().until(() -> shard.snapshot().lag() == 0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"op\":10,\"d\":{\"heartbeat_interval\":0}}",
			"{\"op\":10,\"d\":{\"heartbeat_interval\":1}}", "{\"op\":10,\"d\":{\"heartbeat_interval\":600001}}",
			"{\"op\":10,\"d\":{\"heartbeat_interval\":\"soon\"}}" })
	@DisplayName("C65 A HELLO that cannot be used ends the connection when it is read")
	void unusableHello(String hello) {
		this.simulator.nextConnections(1, new GatewayBehaviour() {
			@Override
			public void onOpen(SimulatedConnection connection) {
				connection.sendFrame(hello);
			}
		});
		this.shards.startReady();
		assertThat(this.shards.notices(ShardDisconnected.class)).singleElement()
			.satisfies((notice) -> assertThat(notice.cause()).isInstanceOf(DisconnectCause.Unusable.class));
		assertThat(this.simulator.connection(0).closeCode()).isNotIn(1000, 1001);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"op\":0,\"s\":1,\"t\":\"READY\",\"d\":{\"v\":10,\"guilds\":[]}}",
			"{\"op\":0,\"s\":1,\"t\":\"READY\",\"d\":{\"v\":10,\"session_id\":\"s1\"" })
	@DisplayName("C65 A READY that cannot be used ends the connection when it is read")
	void unusableReady(String ready) {
		this.simulator.nextConnections(1, new GatewayBehaviour() {
			@Override
			public void onIdentify(SimulatedConnection connection, ReceivedFrame frame) {
				connection.sendFrame(ready);
			}
		});
		this.shards.start();
		this.shards.awaitNotices(ShardReconnecting.class, 1);
		assertThat(this.shards.notices(ShardDisconnected.class)).singleElement()
			.satisfies((notice) -> assertThat(notice.cause()).isInstanceOf(DisconnectCause.Unusable.class));
	}

	@Test
	@DisplayName("C65 An interval may be written as text")
	void intervalAsText() {
		this.simulator.nextConnections(1, new GatewayBehaviour() {
			@Override
			public void onOpen(SimulatedConnection connection) {
				connection.sendFrame("{\"op\":10,\"d\":{\"heartbeat_interval\":\"41250\"}}");
			}
		});
		ShardDriver shard = this.shards.startReady();
		assertThat(shard.snapshot().connection().heartbeatInterval()).isEqualTo(Duration.ofMillis(41_250));
	}

	@Test
	@DisplayName("C67 Of many reconnects at once one acts, and none of a shard that is not connected")
	void reconnects() {
		this.simulator.nextConnections(1, new GatewayBehaviour() {
			@Override
			public void onOpen(SimulatedConnection connection) {
			}
		});
		ShardDriver shard = this.shards.start();
		LiveShards.awaitState(shard, ShardState.AWAITING_HELLO);
		for (int i = 0; i < 10; i++) {
			shard.reconnect().block();
		}
		this.simulator.connections().get(0).sendFrame("{\"op\":10,\"d\":{\"heartbeat_interval\":41250}}");
		LiveShards.awaitState(shard, ShardState.READY);
		assertThat(this.simulator.connections()).hasSize(1);
		List.of(shard.reconnect(), shard.reconnect(), shard.reconnect()).forEach(Mono::subscribe);
		this.shards.awaitNotices(ShardResumed.class, 1);
		assertThat(this.simulator.connections()).hasSize(2);
		assertThat(this.shards.notices(ShardDisconnected.class)).singleElement()
			.satisfies((notice) -> assertThat(notice.cause()).isInstanceOf(DisconnectCause.Renewed.class));
	}

	@Test
	@DisplayName("C53 Retry-After of a refused handshake is obeyed")
	void retryAfter() {
		this.shards.using((services) -> with(services, (url, eventLoop, handler) -> {
			eventLoop.execute(() -> handler.failed(new HandshakeRefusedException(429, Duration.ofMinutes(3))));
			return new NoConnection();
		}, services.identifyQueue(), services.delivery(), services.watcher())).start();
		assertThat(this.shards.awaitNotices(ShardReconnecting.class, 1)).singleElement()
			.satisfies((notice) -> assertThat(notice.delay()).isEqualTo(Duration.ofMinutes(3)));
	}

	@Test
	@DisplayName("C70 A close reason is cleaned of what hides text and of the token")
	void closeReasons() {
		ShardDriver shard = this.shards.startReady();
		this.simulator.connection(0).close(4000, "a\u202Eb\u0085" + this.simulator.token());
		await().until(() -> shard.snapshot().lastDisconnect() != null);
		assertThat(shard.snapshot().lastDisconnect().description()).contains("a?b?******")
			.doesNotContain(this.simulator.token());
	}

	@Test
	void comesBackToLookAfterEventsThatWereHandedOver() {
		AtomicInteger looks = new AtomicInteger();
		this.shards
			.using((services) -> with(services, services.connector(), services.identifyQueue(), new EventDelivery() {

				@Override
				public void deliver(ShardId shard, @Nullable String sessionId, Frame frame, boolean replayed,
						Runnable handled) {
					services.delivery().deliver(shard, sessionId, frame, replayed, handled);
				}

				@Override
				public Duration readCompleteAndWatch() {
					services.delivery().readComplete();
					return (looks.incrementAndGet() < 100) ? Duration.ofMillis(1) : Duration.ZERO;
				}

			}, services.watcher()))
			.startReady();
		await().until(() -> looks.get() >= 100);
	}

	/** Delivery of one message fails, as often as it is told. */
	private LiveShards failing(AtomicInteger failures, int times) {
		long[] poison = { -1 };
		return this.shards.using((services) -> with(services, services.connector(), services.identifyQueue(),
				(shard, sessionId, frame, replayed, handled) -> {
					if ("MESSAGE_CREATE".equals(frame.name())) {
						poison[0] = (poison[0] < 0) ? frame.sequence() : poison[0];
						if (frame.sequence() == poison[0] && failures.get() < times) {
							failures.incrementAndGet();
							throw new AssertionError("an event that cannot be handed on");
						}
					}
					services.delivery().deliver(shard, sessionId, frame, replayed, handled);
				}, services.watcher()));
	}

	private void messages(int count) {
		for (int i = 0; i < count; i++) {
			this.simulator.dispatch(0, "MESSAGE_CREATE", MESSAGE);
		}
	}

	private long identifies() {
		return this.simulator.connections()
			.stream()
			.mapToLong((connection) -> connection.receivedFrames(Opcode.IDENTIFY).size())
			.sum();
	}

	private static ShardServices with(ShardServices services, GatewayConnector connector, IdentifyQueue queue,
			EventDelivery delivery, ShardWatcher watcher) {
		return new ShardServices(connector, services.url(), queue, services.identity(), services.settings(),
				services.sessions(), services.mapper(), services.connectPace(), delivery, watcher, services.clock());
	}

	/** What there is of a connection that could not be opened. */
	private static final class NoConnection implements GatewayConnection {

		@Override
		public Mono<Void> send(String text) {
			return Mono.error(new IllegalStateException("The connection is not open"));
		}

		@Override
		public void close(int code) {
		}

		@Override
		public void drop(int code) {
		}

		@Override
		public void pauseReading(boolean paused) {
		}

	}

	/** Ends empty, then throws, then returns nothing, and then does what it should. */
	private record BrokenQueue(IdentifyQueue real, AtomicInteger calls) implements IdentifyQueue {

		@Override
		@SuppressWarnings("NullAway")
		public Mono<IdentifyPermit> acquire(ShardId shard) {
			return switch (this.calls.incrementAndGet()) {
				case 1 -> Mono.empty();
				case 2 -> throw new IllegalStateException("a queue that throws");
				case 3 -> nothing();
				default -> this.real.acquire(shard);
			};
		}

		private static @Nullable Mono<IdentifyPermit> nothing() {
			return null;
		}

		@Override
		public void update(SessionStartLimit limit) {
			this.real.update(limit);
		}

	}

}
