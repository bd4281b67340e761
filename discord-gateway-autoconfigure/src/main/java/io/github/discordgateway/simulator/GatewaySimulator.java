package io.github.discordgateway.simulator;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import io.github.discordgateway.protocol.CloseCode;
import io.github.discordgateway.protocol.Intent;
import io.github.discordgateway.protocol.ShardId;
import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * A Discord gateway on a loopback port. It keeps to the protocol so closely that any
 * client can connect to it, and it misbehaves on demand. All methods may be called from
 * any thread.
 *
 * <pre>{@code
 * try (GatewaySimulator simulator = GatewaySimulator.builder().shards(2).build()) {
 *     simulator.start();
 *     // connect a client to simulator.apiUrl() with simulator.token()
 *     simulator.dispatch(0, "MESSAGE_CREATE", json);
 *     simulator.connection(0).drop();
 * }
 * }</pre>
 */
public final class GatewaySimulator implements AutoCloseable {

	/** How long clients have to echo the close when the simulator stops. */
	private static final Duration CLOSE_TIMEOUT = Duration.ofMillis(500);

	private final Builder settings;

	private final SimulatedRest rest = new SimulatedRest();

	private final SimulatedCommands commands = new SimulatedCommands();

	private final SimulatedWorld world;

	private final SessionRegistry sessions;

	private final GatewayProtocol protocol;

	private final RestApi restApi;

	private final BehaviourQueue behaviours;

	private final Recording<SimulatedConnection> connections = new Recording<>(1000);

	private volatile @Nullable SimulatorServer server;

	private @Nullable AmbientTraffic ambient;

	private boolean closed;

	private GatewaySimulator(Builder settings) {
		this.settings = settings;
		this.world = new SimulatedWorld(settings.guildsPerShard, settings.membersPerGuild, settings.seed);
		this.sessions = new SessionRegistry(settings.sessionLifetime, settings.replayLimit, System::nanoTime);
		IdentifyLimits limits = new IdentifyLimits(settings.maxConcurrency, settings.identifyWindow,
				settings.identifyTotal, settings.identifyRemaining, settings.identifyResetAfter, System::nanoTime);
		this.protocol = new GatewayProtocol(settings.rules(), () -> settings.resumeUrl.apply(url().toString()),
				this.sessions, limits, this.world, this.commands);
		this.restApi = new RestApi(this.rest, settings.token, settings.shards, limits, () -> url().toString());
		this.behaviours = new BehaviourQueue(settings.behaviour);
	}

	/**
	 * Starts with the defaults: a free port, one shard, and Discord's own limits.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Listens. Does nothing when it already does.
	 * @throws SimulatorPortInUseException when the port is taken
	 * @throws IllegalStateException when the simulator was closed
	 */
	public synchronized void start() {
		if (this.closed) {
			throw new IllegalStateException("The gateway simulator was closed: build a new one");
		}
		if (this.server == null) {
			this.server = new SimulatorServer(this.settings.port, this.restApi, this.behaviours::next, this::connect);
			if (this.settings.ambientEventsPerSecond > 0) {
				this.ambient = new AmbientTraffic(this.settings.ambientEventsPerSecond, this.sessions, this.world,
						this.settings.seed);
				this.ambient.start();
			}
		}
	}

	private SimulatedConnection connect(GatewayBehaviour behaviour, ConnectionWriter writer, String uri,
			Map<String, String> headers) {
		SimulatedConnection connection = new SimulatedConnection(behaviour, this.protocol, writer,
				new SlidingWindow(this.settings.sendLimit, this.settings.sendWindow), uri, headers);
		this.connections.add(connection);
		return connection;
	}

	/**
	 * Closes all connections with 1001 and gives port and threads back. Does nothing when
	 * that is done.
	 */
	@Override
	public synchronized void close() {
		this.closed = true;
		if (this.ambient != null) {
			this.ambient.close();
			this.ambient = null;
		}
		SimulatorServer running = this.server;
		if (running != null) {
			List<SimulatedConnection> open = connections().stream().filter(SimulatedConnection::isOpen).toList();
			open.forEach((connection) -> connection.close(CloseCode.GOING_AWAY.code(), "The simulator stops."));
			long deadline = System.nanoTime() + CLOSE_TIMEOUT.toNanos();
			open.forEach((connection) -> connection.writer().awaitClosed(deadline - System.nanoTime()));
			running.stop();
			this.server = null;
		}
	}

	/**
	 * The port that the simulator listens on.
	 * @return the port, chosen by the system if 0 was configured
	 * @throws IllegalStateException when the simulator does not run
	 */
	public int port() {
		SimulatorServer running = this.server;
		if (running == null) {
			synchronized (this) {
				// A client may be here before start() returns.
				running = this.server;
			}
		}
		if (running == null) {
			throw new IllegalStateException("The gateway simulator does not run: call start() first");
		}
		return running.port();
	}

	/**
	 * Where to open a WebSocket.
	 * @return for example {@code ws://127.0.0.1:40123}
	 * @throws IllegalStateException when the simulator does not run
	 */
	public URI url() {
		return URI.create("ws://127.0.0.1:" + port());
	}

	/**
	 * The base of the REST resources.
	 * @return for example {@code http://127.0.0.1:40123/api/v10}
	 * @throws IllegalStateException when the simulator does not run
	 */
	public URI apiUrl() {
		return URI.create("http://127.0.0.1:" + port() + "/api/v10");
	}

	/**
	 * The only token that the simulator accepts.
	 * @return the token
	 */
	public String token() {
		return this.settings.token;
	}

	/**
	 * The REST side, to see what was asked and to let requests fail.
	 * @return the REST side
	 */
	public SimulatedRest rest() {
		return this.rest;
	}

	/**
	 * The answers to requests for members, to change their size and to let them fail.
	 * @return the answers
	 */
	public SimulatedCommands commands() {
		return this.commands;
	}

	/**
	 * The guilds, and bodies of events that happen in them.
	 * @return the world
	 */
	public SimulatedWorld world() {
		return this.world;
	}

	/**
	 * Changes how all further connections are treated.
	 * @param behaviour the behaviour
	 */
	public void behaviour(GatewayBehaviour behaviour) {
		this.behaviours.set(behaviour);
	}

	/**
	 * Changes how the next connections are treated; those after them are treated as
	 * before.
	 * @param count how many connections
	 * @param behaviour the behaviour
	 */
	public void nextConnections(int count, GatewayBehaviour behaviour) {
		this.behaviours.add(count, behaviour);
	}

	/**
	 * Dispatches an event to a shard. It is kept in the log of the session, so that a
	 * client that is not connected gets it when it resumes.
	 * @param shardId the shard
	 * @param eventName Discord's name of the event, known or not
	 * @param json the JSON of {@code d}, which is sent as it is, even if it is broken
	 * @return the event's sequence in the shard's newest session; -1 when its intents
	 * hold the event back
	 * @throws IllegalStateException when the shard has no session
	 */
	public long dispatch(int shardId, String eventName, String json) {
		OutgoingEvent event = OutgoingEvent.of(eventName, json);
		return dispatch(event, "Shard " + shardId,
				this.sessions.live().stream().filter((session) -> session.shard().id() == shardId).toList());
	}

	/**
	 * Dispatches an event to the shard that its guild belongs to, or to shard 0 when it
	 * has no guild.
	 * @param eventName Discord's name of the event, known or not
	 * @param json the JSON of {@code d}
	 * @return the event's sequence in the shard's newest session; -1 when its intents
	 * hold the event back
	 * @throws IllegalStateException when the shard has no session
	 */
	public long dispatch(String eventName, String json) {
		OutgoingEvent event = OutgoingEvent.of(eventName, json);
		Snowflake guildId = event.routingGuildId();
		return dispatch(event, (guildId != null) ? "The shard of guild " + guildId : "Shard 0",
				this.sessions.live().stream().filter((session) -> session.hears(guildId)).toList());
	}

	/** Each session of a shard gets its own copy, with its own sequence. */
	private long dispatch(OutgoingEvent event, String target, Collection<SimulatedSession> receivers) {
		if (receivers.isEmpty()) {
			throw new IllegalStateException(
					target + " has no session: wait until a client has identified before dispatching " + event.name());
		}
		long sequence = SimulatedSession.NOT_SENT;
		for (SimulatedSession session : receivers) {
			sequence = session.dispatch(event);
		}
		return sequence;
	}

	/**
	 * The open connection over which a shard's session runs; the newest, if there are
	 * several.
	 * @param shardId the shard
	 * @return the connection
	 * @throws IllegalStateException when there is none
	 */
	public SimulatedConnection connection(int shardId) {
		List<SimulatedConnection> all = connections();
		for (int i = all.size() - 1; i >= 0; i--) {
			SimulatedConnection connection = all.get(i);
			ShardId shard = connection.shard();
			if (shard != null && shard.id() == shardId && connection.isOpen()) {
				return connection;
			}
		}
		throw new IllegalStateException("Shard " + shardId
				+ " has no open connection that identified or resumed: wait for it; so far there were " + all);
	}

	/**
	 * All connections so far, closed ones included.
	 * @return the latest 1000, in the order in which they were opened
	 */
	public List<SimulatedConnection> connections() {
		return this.connections.list();
	}

	/**
	 * What a simulator is to be like. Not thread-safe.
	 */
	public static final class Builder {

		/** Has the form of a bot's token, and says in its parts that it is none. */
		private static final String DEFAULT_TOKEN = String.join(".", encode(SimulatedWorld.BOT_ID.toString()),
				encode("simul8"), encode("this-token-is-not-a-secret"));

		private int port;

		private String token = DEFAULT_TOKEN;

		private int shards = 1;

		private int minimumShards = 1;

		private int maxConcurrency = 1;

		private Duration identifyWindow = Duration.ofSeconds(5);

		private int identifyTotal = 1000;

		private int identifyRemaining = 1000;

		private Duration identifyResetAfter = Duration.ofHours(24);

		private Duration heartbeatInterval = Duration.ofMillis(41_250);

		private @Nullable Duration heartbeatTimeout;

		private Duration sessionLifetime = Duration.ofSeconds(90);

		private int replayLimit = 10_000;

		private int sendLimit = 120;

		private Duration sendWindow = Duration.ofSeconds(60);

		private Set<Intent> allowedPrivilegedIntents = EnumSet.allOf(Intent.class);

		private int guildsPerShard = 3;

		private int membersPerGuild = 25;

		private double ambientEventsPerSecond;

		private long seed = 42;

		private UnaryOperator<String> resumeUrl = UnaryOperator.identity();

		private GatewayBehaviour behaviour = GatewayBehaviour.STANDARD;

		private Builder() {
		}

		private static String encode(String text) {
			return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
		}

		/**
		 * Where to listen, on the loopback interface. Default: a free port.
		 * @param port the port; 0 for a free one
		 * @return this builder
		 */
		public Builder port(int port) {
			if (port < 0 || port > 65_535) {
				throw new IllegalArgumentException("The simulator's port must be from 0 to 65535: " + port);
			}
			this.port = port;
			return this;
		}

		/**
		 * The only token that is accepted. Default: one that is valid nowhere else.
		 * @param token the token without a prefix
		 * @return this builder
		 */
		public Builder token(String token) {
			this.token = token;
			return this;
		}

		/**
		 * How many shards {@code GET /gateway/bot} recommends. Default: 1.
		 * @param shards the number of shards
		 * @return this builder
		 */
		public Builder shards(int shards) {
			this.shards = atLeast(1, shards, "number of shards");
			return this;
		}

		/**
		 * With fewer shards an IDENTIFY ends in close 4011. Default: 1.
		 * @param minimumShards the least number of shards
		 * @return this builder
		 */
		public Builder minimumShards(int minimumShards) {
			this.minimumShards = atLeast(1, minimumShards, "least number of shards");
			return this;
		}

		/**
		 * How many shards may identify at the same time. Default: 1.
		 * @param maxConcurrency the number of buckets
		 * @return this builder
		 */
		public Builder maxConcurrency(int maxConcurrency) {
			this.maxConcurrency = atLeast(1, maxConcurrency, "max_concurrency");
			return this;
		}

		/**
		 * How long a bucket is taken by one IDENTIFY. Default: 5 seconds.
		 * @param identifyWindow the time; zero for no limit
		 * @return this builder
		 */
		public Builder identifyWindow(Duration identifyWindow) {
			this.identifyWindow = identifyWindow;
			return this;
		}

		/**
		 * The daily budget of IDENTIFYs. Default: 1000 of 1000, for 24 hours.
		 * @param total what a fresh budget has
		 * @param remaining what is left of it
		 * @param resetAfter when it is fresh again
		 * @return this builder
		 */
		public Builder sessionStartLimit(int total, int remaining, Duration resetAfter) {
			this.identifyTotal = atLeast(0, total, "total of the session start limit");
			this.identifyRemaining = atLeast(0, remaining, "remainder of the session start limit");
			this.identifyResetAfter = positive(resetAfter, "reset of the session start limit");
			return this;
		}

		/**
		 * The interval that HELLO asks for. Default: 41 250 ms.
		 * @param heartbeatInterval the time between two heartbeats
		 * @return this builder
		 */
		public Builder heartbeatInterval(Duration heartbeatInterval) {
			this.heartbeatInterval = positive(heartbeatInterval, "heartbeat interval");
			return this;
		}

		/**
		 * How long a connection may go without a heartbeat before it is closed with 4009.
		 * Default: twice the interval, and at least 2 seconds more than it.
		 * @param heartbeatTimeout the time since HELLO or the last heartbeat
		 * @return this builder
		 */
		public Builder heartbeatTimeout(Duration heartbeatTimeout) {
			this.heartbeatTimeout = positive(heartbeatTimeout, "heartbeat timeout");
			return this;
		}

		/**
		 * How long a session without a connection can be resumed. Default: 90 seconds.
		 * @param sessionLifetime the time; zero to lose a session with its connection
		 * @return this builder
		 */
		public Builder sessionLifetime(Duration sessionLifetime) {
			this.sessionLifetime = sessionLifetime;
			return this;
		}

		/**
		 * How many of its latest events a session keeps for a replay; a resume from
		 * before them gets INVALID_SESSION. Default: 10 000.
		 * @param replayLimit the number of events
		 * @return this builder
		 */
		public Builder replayLimit(int replayLimit) {
			this.replayLimit = atLeast(0, replayLimit, "replay limit");
			return this;
		}

		/**
		 * How many frames a connection may receive from its client before it is closed
		 * with 4008. Default: 120 in 60 seconds.
		 * @param count the number of frames
		 * @param window in which time
		 * @return this builder
		 */
		public Builder sendLimit(int count, Duration window) {
			this.sendLimit = atLeast(1, count, "send limit");
			this.sendWindow = positive(window, "window of the send limit");
			return this;
		}

		/**
		 * Which privileged intents are switched on for the bot; another one ends in close
		 * 4014. Default: all.
		 * @param intents the intents
		 * @return this builder
		 */
		public Builder allowedPrivilegedIntents(Set<Intent> intents) {
			this.allowedPrivilegedIntents = Set.copyOf(intents);
			return this;
		}

		/**
		 * How many guilds each shard has. Default: 3.
		 * @param guildsPerShard the number of guilds, at most 2500 at Discord
		 * @return this builder
		 */
		public Builder guildsPerShard(int guildsPerShard) {
			this.guildsPerShard = atLeast(0, guildsPerShard, "number of guilds");
			return this;
		}

		/**
		 * How many members each guild has beside the bot. Default: 25.
		 * @param membersPerGuild the number of members
		 * @return this builder
		 */
		public Builder membersPerGuild(int membersPerGuild) {
			this.membersPerGuild = atLeast(0, membersPerGuild, "number of members");
			return this;
		}

		/**
		 * How many events happen by themselves, over all sessions. Default: none.
		 * @param ambientEventsPerSecond the rate; 0 for none
		 * @return this builder
		 */
		public Builder ambientEventsPerSecond(double ambientEventsPerSecond) {
			if (!(ambientEventsPerSecond >= 0) || Double.isInfinite(ambientEventsPerSecond)) {
				throw new IllegalArgumentException(
						"The simulator's ambient events per second must be 0 or more: " + ambientEventsPerSecond);
			}
			this.ambientEventsPerSecond = ambientEventsPerSecond;
			return this;
		}

		/**
		 * From what the world and its life follow. Default: always the same.
		 * @param seed any number
		 * @return this builder
		 */
		public Builder seed(long seed) {
			this.seed = seed;
			return this;
		}

		/**
		 * What READY names as {@code resume_gateway_url}. Default: the simulator's own
		 * URL.
		 * @param resumeUrl makes the URL from the simulator's own
		 * @return this builder
		 */
		public Builder resumeUrl(UnaryOperator<String> resumeUrl) {
			this.resumeUrl = resumeUrl;
			return this;
		}

		/**
		 * How connections are treated. Default: as the protocol says.
		 * @param behaviour the behaviour
		 * @return this builder
		 */
		public Builder behaviour(GatewayBehaviour behaviour) {
			this.behaviour = behaviour;
			return this;
		}

		/**
		 * Makes the simulator, which does not listen yet.
		 * @return a simulator to start
		 */
		public GatewaySimulator build() {
			return new GatewaySimulator(this);
		}

		private static int atLeast(int minimum, int value, String name) {
			if (value < minimum) {
				throw new IllegalArgumentException(
						"The simulator's " + name + " must be at least " + minimum + ": " + value);
			}
			return value;
		}

		private static Duration positive(Duration value, String name) {
			if (value.isNegative() || value.isZero()) {
				throw new IllegalArgumentException("The simulator's " + name + " must be longer than 0: " + value);
			}
			return value;
		}

		private GatewayProtocol.Rules rules() {
			Set<Intent> disallowed = EnumSet.noneOf(Intent.class);
			for (Intent intent : Intent.values()) {
				if (intent.isPrivileged() && !this.allowedPrivilegedIntents.contains(intent)) {
					disallowed.add(intent);
				}
			}
			return new GatewayProtocol.Rules(this.token, this.heartbeatInterval, effectiveHeartbeatTimeout(),
					this.minimumShards, disallowed);
		}

		private Duration effectiveHeartbeatTimeout() {
			if (this.heartbeatTimeout != null) {
				return this.heartbeatTimeout;
			}
			// Room for a pause of either JVM when a test shortens the interval.
			Duration twice = this.heartbeatInterval.multipliedBy(2);
			Duration padded = this.heartbeatInterval.plusSeconds(2);
			return (twice.compareTo(padded) > 0) ? twice : padded;
		}

	}

}
