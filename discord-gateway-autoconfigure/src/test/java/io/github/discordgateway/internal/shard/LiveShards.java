package io.github.discordgateway.internal.shard;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

import io.github.discordgateway.GatewayShard;
import io.github.discordgateway.GatewayToken;
import io.github.discordgateway.Intent;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.ShardState;
import io.github.discordgateway.event.lifecycle.DisconnectCause.Awaited;
import io.github.discordgateway.event.lifecycle.ShardLifecycleEvent;
import io.github.discordgateway.identify.IdentifyQueue;
import io.github.discordgateway.identify.InMemoryIdentifyQueue;
import io.github.discordgateway.identify.SessionStartLimit;
import io.github.discordgateway.identify.ShardIdentity;
import io.github.discordgateway.internal.compression.Compression;
import io.github.discordgateway.internal.protocol.Frame;
import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import io.github.discordgateway.internal.transport.GatewayHttpResources;
import io.github.discordgateway.internal.transport.GatewayUrl;
import io.github.discordgateway.internal.transport.WebSocketGatewayConnector;
import io.github.discordgateway.session.InMemorySessionStore;
import io.github.discordgateway.session.SessionStoreAccess;
import io.github.discordgateway.session.SessionTerms;
import io.github.discordgateway.simulator.GatewaySimulator;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.WebsocketClientSpec;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;

/**
 * Real shards over real WebSockets to a simulator, with everything they deliver and tell.
 */
final class LiveShards implements AutoCloseable {

	/** What is waited for in vain is given up after this time, within a test. */
	static final Duration SHORT = Duration.ofMillis(500);

	/** Short pauses, but patient with what a busy machine delays. */
	static final ShardSettings DEFAULT = new ShardSettings(Duration.ofSeconds(10), Duration.ofSeconds(10),
			Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofMillis(20),
			Duration.ofMillis(200), Duration.ofMillis(50), 5, Duration.ofMinutes(1), 1000, 2000, Duration.ofMillis(20));

	/** Impatient with one thing that the server does, and with its closes. */
	static ShardSettings impatient(Awaited awaited) {
		return new ShardSettings((awaited == Awaited.CONNECTION) ? SHORT : DEFAULT.connectTimeout(),
				(awaited == Awaited.HELLO) ? SHORT : DEFAULT.helloTimeout(),
				(awaited == Awaited.READY) ? SHORT : DEFAULT.readyTimeout(),
				(awaited == Awaited.RESUMED) ? SHORT : DEFAULT.resumedTimeout(), SHORT, DEFAULT.initialBackOff(),
				DEFAULT.maxBackOff(), DEFAULT.invalidSessionBackOff(), DEFAULT.resumeAttempts(),
				DEFAULT.resumeDuration(), DEFAULT.maxQueuedCommands(), DEFAULT.maxLag(), DEFAULT.sessionSaveInterval());
	}

	static final ShardId ID = new ShardId(0, 1);

	private static final int MAX_PAYLOAD_BYTES = 16 * 1024 * 1024;

	private final List<Delivered> delivered = new CopyOnWriteArrayList<>();

	/** The session of each event. */
	private final List<String> sessionIds = new CopyOnWriteArrayList<>();

	private final List<ShardLifecycleEvent> notices = new CopyOnWriteArrayList<>();

	private final GatewayHttpResources http = new GatewayHttpResources(Duration.ofSeconds(5));

	private final List<ShardDriver> shards = new ArrayList<>();

	private final InMemoryIdentifyQueue identifyQueue = new InMemoryIdentifyQueue(Schedulers.parallel(),
			Duration.ofMillis(10));

	private final SessionStoreAccess sessions;

	private ShardServices services;

	/** Events that the test handles itself; null as long as they are handled at once. */
	private volatile @Nullable List<Runnable> held;

	LiveShards(GatewaySimulator simulator) {
		this(simulator, DEFAULT, Compression.ZLIB_STREAM);
	}

	LiveShards(GatewaySimulator simulator, ShardSettings settings, Compression compression) {
		this(simulator, settings, compression, Clock.systemUTC());
	}

	LiveShards(GatewaySimulator simulator, ShardSettings settings, Compression compression, Clock clock) {
		this(simulator.url(), simulator.token(), settings, compression, clock);
	}

	LiveShards(URI url, String token, ShardSettings settings, Compression compression) {
		this(url, token, settings, compression, Clock.systemUTC());
	}

	private LiveShards(URI url, String token, ShardSettings settings, Compression compression, Clock clock) {
		JsonMapper mapper = GatewayJsonMapper.builder().build();
		ReactorNettyWebSocketClient client = new ReactorNettyWebSocketClient(this.http.httpClient(),
				() -> WebsocketClientSpec.builder().maxFramePayloadLength(MAX_PAYLOAD_BYTES));
		ShardIdentity identity = new ShardIdentity(GatewayToken.of(token),
				Set.of(Intent.GUILDS, Intent.GUILD_MESSAGES, Intent.DIRECT_MESSAGES), 50, null);
		this.sessions = new SessionStoreAccess(new InMemorySessionStore(), identity.token(),
				new SessionTerms(identity.intents(), 10, "json", compression.name()));
		this.services = new ShardServices(
				new WebSocketGatewayConnector(client, compression, MAX_PAYLOAD_BYTES, "DiscordBot (test, 1)"),
				new GatewayUrl(url, compression), this.identifyQueue, identity, settings, this.sessions, mapper,
				new ConnectPace(), this::deliver, this.notices::add, clock);
	}

	private void deliver(ShardId shard, @Nullable String sessionId, Frame frame, boolean replayed, Runnable handled) {
		this.sessionIds.add(String.valueOf(sessionId));
		this.delivered.add(new Delivered(shard, String.valueOf(frame.name()), frame.sequence(), replayed));
		List<Runnable> waiting = this.held;
		if (waiting != null) {
			waiting.add(handled);
		}
		else {
			handled.run();
		}
	}

	/** From now on events stay open until the test runs what is in the list. */
	List<Runnable> hold() {
		List<Runnable> waiting = new CopyOnWriteArrayList<>();
		this.held = waiting;
		return waiting;
	}

	SessionStoreAccess sessions() {
		return this.sessions;
	}

	IdentifyQueue identifyQueue() {
		return this.identifyQueue;
	}

	LiveShards maxConcurrency(int maxConcurrency) {
		this.identifyQueue.update(new SessionStartLimit(1000, 1000, Duration.ofDays(1), maxConcurrency));
		return this;
	}

	/** Replaces what shards use that are started from now on. */
	LiveShards using(UnaryOperator<ShardServices> change) {
		this.services = change.apply(this.services);
		return this;
	}

	/** Starts the only shard. */
	ShardDriver start() {
		return start(ID);
	}

	ShardDriver start(ShardId id) {
		ShardDriver shard = new ShardDriver(id, this.http.nextEventLoop(), this.services);
		this.shards.add(shard);
		shard.start();
		return shard;
	}

	/** Starts the only shard and waits until it is ready. */
	ShardDriver startReady() {
		ShardDriver shard = start();
		awaitState(shard, ShardState.READY);
		return shard;
	}

	static void awaitState(GatewayShard shard, ShardState state) {
		Awaitility.await().until(() -> shard.snapshot().state(), (current) -> current == state);
	}

	List<String> sessionIds() {
		return this.sessionIds;
	}

	List<Delivered> delivered(String name) {
		return this.delivered.stream().filter((event) -> event.name().equals(name)).toList();
	}

	<T extends ShardLifecycleEvent> List<T> notices(Class<T> type) {
		return this.notices.stream().filter(type::isInstance).map(type::cast).toList();
	}

	<T extends ShardLifecycleEvent> List<T> awaitNotices(Class<T> type, int count) {
		return Awaitility.await().until(() -> notices(type), (found) -> found.size() >= count);
	}

	@Override
	public void close() {
		Flux.fromIterable(this.shards).flatMap((shard) -> shard.stop(false)).blockLast(Duration.ofSeconds(20));
		this.http.close();
	}

	/** An event as it was handed on. */
	record Delivered(ShardId shard, String name, long sequence, boolean replayed) {
	}

}
