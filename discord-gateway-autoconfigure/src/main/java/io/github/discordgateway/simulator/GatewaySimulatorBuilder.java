package io.github.discordgateway.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import io.github.discordgateway.Intent;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundle;

/**
 * What a simulator is to be like. Not thread-safe.
 *
 * @see GatewaySimulator#builder()
 */
public final class GatewaySimulatorBuilder {

	/** Has the form of a bot's token, and says in its parts that it is none. */
	private static final String DEFAULT_TOKEN = String.join(".", encode(SimulatedWorld.BOT_ID.toString()),
			encode("simul8"), encode("this-token-is-not-a-secret"));

	int port;

	@Nullable SslBundle ssl;

	List<String> allowedOrigins = List.of();

	boolean control;

	String token = DEFAULT_TOKEN;

	int shards = 1;

	int minimumShards = 1;

	int maxConcurrency = 1;

	Duration identifyWindow = Duration.ofSeconds(5);

	int identifyTotal = 1000;

	int identifyRemaining = 1000;

	Duration identifyResetAfter = Duration.ofHours(24);

	Duration helloDelay = Duration.ofMillis(10);

	RandomDelay refusalDelay = new RandomDelay(Duration.ofSeconds(1), Duration.ofSeconds(5));

	Duration heartbeatInterval = Duration.ofMillis(41_250);

	@Nullable Duration heartbeatTimeout;

	Duration sessionLifetime = Duration.ofSeconds(90);

	int replayLimit = 10_000;

	int sendLimit = 120;

	Duration sendWindow = Duration.ofSeconds(60);

	Set<Intent> allowedPrivilegedIntents = EnumSet.allOf(Intent.class);

	RestLimits.@Nullable Rule restLimit = new RestLimits.Rule(10, Duration.ofSeconds(1), null);

	int globalRestLimit = 50;

	Duration interactionDeadline = Duration.ofSeconds(3);

	Duration interactionLifetime = Duration.ofMinutes(15);

	int guildsPerShard = 3;

	int membersPerGuild = 25;

	double ambientEventsPerSecond;

	Duration timeout = Duration.ofSeconds(10);

	long seed = 42;

	UnaryOperator<String> resumeUrl = UnaryOperator.identity();

	GatewayBehaviour behaviour = GatewayBehaviour.STANDARD;

	GatewaySimulatorBuilder() {
	}

	private static String encode(String text) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
	}

	/**
	 * Where to listen, on the loopback interface. Default: a free port.
	 * @param port the port; 0 for a free one
	 * @return this builder
	 */
	public GatewaySimulatorBuilder port(int port) {
		if (port < 0 || port > 65_535) {
			throw new IllegalArgumentException("The simulator's port must be from 0 to 65535: " + port);
		}
		this.port = port;
		return this;
	}

	/**
	 * Serves REST and WebSockets over TLS. Default: without.
	 * @param ssl holds the key and the certificate of the server; where it holds
	 * certificates to trust and its options ask for it, clients show one, too
	 * @return this builder
	 */
	public GatewaySimulatorBuilder ssl(SslBundle ssl) {
		this.ssl = ssl;
		return this;
	}

	/**
	 * Which web pages may connect and ask, beside those that come from the simulator's
	 * own address; any other one is answered with 403. What is no browser names no
	 * origin, and may. Default: none.
	 * @param allowedOrigins origins as browsers write them, such as
	 * {@code http://localhost:3000}
	 * @return this builder
	 */
	public GatewaySimulatorBuilder allowedOrigins(Collection<String> allowedOrigins) {
		this.allowedOrigins = List.copyOf(allowedOrigins);
		return this;
	}

	/**
	 * Whether the simulator takes orders over HTTP, below {@code /control}, without a
	 * token. Default: no.
	 * @param control {@code true} for what runs by itself, for clients in other languages
	 * @return this builder
	 * @see SimulatorControl
	 */
	public GatewaySimulatorBuilder control(boolean control) {
		this.control = control;
		return this;
	}

	/**
	 * The only token that is accepted. Default: one that is valid nowhere else.
	 * @param token the token without a prefix
	 * @return this builder
	 */
	public GatewaySimulatorBuilder token(String token) {
		this.token = token;
		return this;
	}

	/**
	 * How many shards {@code GET /gateway/bot} recommends. Default: 1.
	 * @param shards the number of shards
	 * @return this builder
	 */
	public GatewaySimulatorBuilder shards(int shards) {
		this.shards = atLeast(1, shards, "number of shards");
		return this;
	}

	/**
	 * With fewer shards an IDENTIFY ends in close 4011. Default: 1.
	 * @param minimumShards the least number of shards
	 * @return this builder
	 */
	public GatewaySimulatorBuilder minimumShards(int minimumShards) {
		this.minimumShards = atLeast(1, minimumShards, "least number of shards");
		return this;
	}

	/**
	 * How many shards may identify at the same time. Default: 1.
	 * @param maxConcurrency the number of buckets
	 * @return this builder
	 */
	public GatewaySimulatorBuilder maxConcurrency(int maxConcurrency) {
		this.maxConcurrency = atLeast(1, maxConcurrency, "max_concurrency");
		return this;
	}

	/**
	 * How long a bucket is taken by one IDENTIFY. Default: 5 seconds.
	 * @param identifyWindow the time; zero for no limit
	 * @return this builder
	 */
	public GatewaySimulatorBuilder identifyWindow(Duration identifyWindow) {
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
	public GatewaySimulatorBuilder sessionStartLimit(int total, int remaining, Duration resetAfter) {
		this.identifyTotal = atLeast(0, total, "total of the session start limit");
		this.identifyRemaining = atLeast(0, remaining, "remainder of the session start limit");
		this.identifyResetAfter = positive(resetAfter, "reset of the session start limit");
		return this;
	}

	/**
	 * How long after the handshake HELLO is sent, so that it leaves in a segment of its
	 * own. Default: 10 ms.
	 * @param helloDelay the time; zero to send it with the answer to the handshake
	 * @return this builder
	 */
	public GatewaySimulatorBuilder helloDelay(Duration helloDelay) {
		this.helloDelay = notNegative(helloDelay, "delay of HELLO");
		return this;
	}

	/**
	 * How long an IDENTIFY that comes too early, or has no budget, waits for its
	 * INVALID_SESSION: a random time between the two. Default: 1 to 5 seconds.
	 * @param shortest the shortest time, zero for at once
	 * @param longest the longest time
	 * @return this builder
	 */
	public GatewaySimulatorBuilder invalidSessionDelay(Duration shortest, Duration longest) {
		notNegative(shortest, "delay of INVALID_SESSION");
		if (longest.compareTo(shortest) < 0) {
			throw new IllegalArgumentException("The simulator's delay of INVALID_SESSION is to be from " + shortest
					+ " to " + longest + ": name the shorter time first");
		}
		this.refusalDelay = new RandomDelay(shortest, longest);
		return this;
	}

	/**
	 * The interval that HELLO asks for. Default: 41 250 ms.
	 * @param heartbeatInterval the time between two heartbeats
	 * @return this builder
	 */
	public GatewaySimulatorBuilder heartbeatInterval(Duration heartbeatInterval) {
		this.heartbeatInterval = positive(heartbeatInterval, "heartbeat interval");
		return this;
	}

	/**
	 * How long a connection may go without a heartbeat before it is closed with 4009.
	 * Default: twice the interval, and at least 2 seconds more than it.
	 * @param heartbeatTimeout the time since HELLO or the last heartbeat
	 * @return this builder
	 */
	public GatewaySimulatorBuilder heartbeatTimeout(Duration heartbeatTimeout) {
		this.heartbeatTimeout = positive(heartbeatTimeout, "heartbeat timeout");
		return this;
	}

	/**
	 * How long a session without a connection can be resumed. Default: 90 seconds.
	 * @param sessionLifetime the time; zero to lose a session with its connection
	 * @return this builder
	 */
	public GatewaySimulatorBuilder sessionLifetime(Duration sessionLifetime) {
		this.sessionLifetime = sessionLifetime;
		return this;
	}

	/**
	 * How many of its latest events a session keeps for a replay, as far as they fit into
	 * 64 Mi characters; a resume from before them gets INVALID_SESSION. Default: 10 000.
	 * @param replayLimit the number of events
	 * @return this builder
	 */
	public GatewaySimulatorBuilder replayLimit(int replayLimit) {
		this.replayLimit = atLeast(0, replayLimit, "replay limit");
		return this;
	}

	/**
	 * How many frames a connection may receive from its client before it is closed with
	 * 4008. Default: 120 in 60 seconds.
	 * @param count the number of frames
	 * @param window in which time
	 * @return this builder
	 */
	public GatewaySimulatorBuilder sendLimit(int count, Duration window) {
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
	public GatewaySimulatorBuilder allowedPrivilegedIntents(Set<Intent> intents) {
		this.allowedPrivilegedIntents = Set.copyOf(intents);
		return this;
	}

	/**
	 * How many requests each bucket lets through: those for one route and one channel,
	 * guild or webhook. More are refused with 429. Default: 10 in a second.
	 * @param count the number of requests; 0 for no limits and no headers that tell of
	 * them
	 * @param window in which time, from the first request on
	 * @return this builder
	 * @see SimulatedRest#limit(int, Duration, String...)
	 */
	public GatewaySimulatorBuilder restLimit(int count, Duration window) {
		atLeast(0, count, "limit of requests");
		this.restLimit = (count > 0)
				? new RestLimits.Rule(count, positive(window, "window of the limit of requests"), null) : null;
		return this;
	}

	/**
	 * How many requests the whole bot may send in a second, answers to interactions not
	 * counted. Default: 50.
	 * @param count the number of requests; 0 for no limit
	 * @return this builder
	 */
	public GatewaySimulatorBuilder globalRestLimit(int count) {
		this.globalRestLimit = atLeast(0, count, "global limit of requests");
		return this;
	}

	/**
	 * How long the bot has for its first answer to an interaction, and for all further
	 * ones. Default: 3 seconds and 15 minutes.
	 * @param first the time for the first answer
	 * @param all the life of the interaction's token
	 * @return this builder
	 */
	public GatewaySimulatorBuilder interactionTimeouts(Duration first, Duration all) {
		this.interactionDeadline = positive(first, "time for the first answer to an interaction");
		this.interactionLifetime = positive(all, "life of an interaction's token");
		return this;
	}

	/**
	 * How many guilds each shard has. Default: 3.
	 * @param guildsPerShard the number of guilds, at most 2500 at Discord
	 * @return this builder
	 */
	public GatewaySimulatorBuilder guildsPerShard(int guildsPerShard) {
		this.guildsPerShard = atLeast(0, guildsPerShard, "number of guilds");
		return this;
	}

	/**
	 * How many members each guild has beside the bot. Default: 25.
	 * @param membersPerGuild the number of members
	 * @return this builder
	 */
	public GatewaySimulatorBuilder membersPerGuild(int membersPerGuild) {
		this.membersPerGuild = atLeast(0, membersPerGuild, "number of members");
		return this;
	}

	/**
	 * How many events happen by themselves, over all sessions. Default: none.
	 * @param ambientEventsPerSecond the rate; 0 for none
	 * @return this builder
	 */
	public GatewaySimulatorBuilder ambientEventsPerSecond(double ambientEventsPerSecond) {
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
	public GatewaySimulatorBuilder seed(long seed) {
		this.seed = seed;
		return this;
	}

	/**
	 * What READY names as {@code resume_gateway_url}. Default: the simulator's own URL.
	 * @param resumeUrl makes the URL from the simulator's own
	 * @return this builder
	 */
	public GatewaySimulatorBuilder resumeUrl(UnaryOperator<String> resumeUrl) {
		this.resumeUrl = resumeUrl;
		return this;
	}

	/**
	 * How long the simulator waits for what a test expects, before it says what came
	 * instead. Default: 10 seconds.
	 * @param timeout the time for each call
	 * @return this builder
	 */
	public GatewaySimulatorBuilder timeout(Duration timeout) {
		this.timeout = positive(timeout, "timeout");
		return this;
	}

	/**
	 * How connections are treated. Default: as the protocol says.
	 * @param behaviour the behaviour
	 * @return this builder
	 */
	public GatewaySimulatorBuilder behaviour(GatewayBehaviour behaviour) {
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

	static int atLeast(int minimum, int value, String name) {
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

	private static Duration notNegative(Duration value, String name) {
		if (value.isNegative()) {
			throw new IllegalArgumentException("The simulator's " + name + " must be 0 or more: " + value);
		}
		return value;
	}

	static Set<Intent> disallowed(Set<Intent> allowedPrivilegedIntents) {
		Set<Intent> disallowed = EnumSet.noneOf(Intent.class);
		for (Intent intent : Intent.values()) {
			if (intent.isPrivileged() && !allowedPrivilegedIntents.contains(intent)) {
				disallowed.add(intent);
			}
		}
		return disallowed;
	}

	GatewayProtocol.Rules rules() {
		return new GatewayProtocol.Rules(this.token, this.helloDelay, this.refusalDelay, this.heartbeatInterval,
				effectiveHeartbeatTimeout(), this.minimumShards, disallowed(this.allowedPrivilegedIntents));
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
