package io.github.discordgateway.simulator;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.github.discordgateway.CloseCode;
import io.github.discordgateway.Gateway;
import io.github.discordgateway.Intent;
import io.github.discordgateway.ShardId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The server's side of the protocol for a client that keeps to it, and the close codes
 * for one that does not.
 *
 * @see <a href="https://discord.com/developers/docs/events/gateway">Gateway</a>
 */
final class GatewayProtocol {

	private static final int MIN_LARGE_THRESHOLD = 50;

	private final Deque<Replay> replays = new ConcurrentLinkedDeque<>();

	private final AtomicInteger identifiesToIgnore = new AtomicInteger();

	private final AtomicInteger identifiesToRefuse = new AtomicInteger();

	private volatile Rules rules;

	private final Supplier<String> resumeUrl;

	private final SessionRegistry sessions;

	private final IdentifyLimits identifyLimits;

	private final SimulatedWorld world;

	private final CommandAnswers commands;

	GatewayProtocol(Rules rules, Supplier<String> resumeUrl, SessionRegistry sessions, IdentifyLimits identifyLimits,
			SimulatedWorld world, SimulatedCommands script) {
		this.rules = rules;
		this.resumeUrl = resumeUrl;
		this.sessions = sessions;
		this.identifyLimits = identifyLimits;
		this.world = world;
		this.commands = new CommandAnswers(world, script);
	}

	Rules rules() {
		return this.rules;
	}

	void rules(Rules rules) {
		this.rules = rules;
	}

	/** How the next sessions are resumed. */
	Deque<Replay> replays() {
		return this.replays;
	}

	SessionRegistry sessions() {
		return this.sessions;
	}

	/** How long after the handshake HELLO is sent. */
	Duration helloDelay() {
		return this.rules.helloDelay();
	}

	void open(SimulatedConnection connection) {
		connection.transmit(ControlPayloads.hello(this.rules.heartbeatInterval()));
		expectHeartbeat(connection);
	}

	void heartbeat(SimulatedConnection connection, ReceivedFrame frame) {
		JsonNode sequence = frame.data();
		if (!sequence.isMissingNode() && !sequence.isNull() && !sequence.isIntegralNumber()) {
			connection.close(CloseCode.UNKNOWN_OPCODE.code(), "Invalid heartbeat.");
			return;
		}
		connection.acknowledge();
		expectHeartbeat(connection);
	}

	private void expectHeartbeat(SimulatedConnection connection) {
		connection.writer().expectHeartbeat(this.rules.heartbeatTimeout().toMillis(), connection::heartbeatMissed);
	}

	void identify(SimulatedConnection connection, ReceivedFrame frame) {
		if (connection.session() != null) {
			connection.close(CloseCode.ALREADY_AUTHENTICATED.code(), "Already authenticated.");
			return;
		}
		JsonNode data = frame.data();
		Long intents = wholeNumber(data.path("intents"));
		if (intents == null || !data.path("token").isString() || !data.path("properties").isObject()) {
			connection.close(CloseCode.UNKNOWN_OPCODE.code(), "Invalid IDENTIFY: see token, properties, intents.");
			return;
		}
		if (!this.rules.accepts(data.path("token").asString())) {
			connection.close(CloseCode.AUTHENTICATION_FAILED.code(), "Authentication failed.");
			return;
		}
		ShardId shard = shard(data.path("shard"));
		if (shard == null) {
			connection.close(CloseCode.INVALID_SHARD.code(), "Invalid shard.");
			return;
		}
		if (shard.total() < this.rules.minimumShards()) {
			connection.close(CloseCode.SHARDING_REQUIRED.code(), "Sharding required.");
			return;
		}
		if ((intents & ~Intent.valueOf(EnumSet.allOf(Intent.class))) != 0) {
			connection.close(CloseCode.INVALID_INTENTS.code(), "Invalid intent(s).");
			return;
		}
		if ((intents & Intent.valueOf(this.rules.disallowedIntents())) != 0) {
			connection.close(CloseCode.DISALLOWED_INTENTS.code(), "Disallowed intent(s).");
			return;
		}
		if (take(this.identifiesToIgnore)) {
			return;
		}
		if (take(this.identifiesToRefuse) || !this.identifyLimits.tryAcquire(shard.number())) {
			// At once, some libraries would identify a hundred times in a few
			// milliseconds.
			connection.writer().later(this.rules.refusalDelay().next(), () -> connection.refuse(false));
			return;
		}
		start(connection, shard, Intent.setOf(intents.intValue()), data);
	}

	private static boolean take(AtomicInteger count) {
		return count.getAndUpdate((left) -> Math.max(0, left - 1)) > 0;
	}

	/** Leaves the next IDENTIFYs without an answer. */
	void ignoreIdentifies(int count) {
		this.identifiesToIgnore.set(count);
	}

	/** Refuses the next IDENTIFYs as if they came too early. */
	void refuseIdentifies(int count) {
		this.identifiesToRefuse.set(count);
	}

	private void start(SimulatedConnection connection, ShardId shard, Set<Intent> intents, JsonNode data) {
		if (data.path("compress").asBoolean(false)) {
			connection.writer().compressPayloads();
		}
		int largeThreshold = data.path("large_threshold").asInt(MIN_LARGE_THRESHOLD);
		SimulatedSession session;
		List<SimulatedGuild> guilds;
		// A guild that is made meanwhile is announced to this session or in its READY.
		synchronized (this.world) {
			guilds = this.world.guilds(shard);
			List<SimulatedGuild> present = guilds;
			session = this.sessions.start(connection, shard, intents, largeThreshold, (id) -> OutgoingEvent.of("READY",
					this.world.payloads().ready(id, this.resumeUrl.get(), shard, present)));
		}
		connection.identified(session);
		for (SimulatedGuild guild : guilds) {
			session.dispatch(guild.isUnavailable()
					? OutgoingEvent.of("GUILD_DELETE", this.world.payloads().outage(guild)) : OutgoingEvent
						.of("GUILD_CREATE", this.world.payloads().guildCreate(guild, intents, largeThreshold)));
		}
	}

	void resume(SimulatedConnection connection, ReceivedFrame frame) {
		JsonNode data = frame.data();
		if (connection.session() != null) {
			connection.close(CloseCode.ALREADY_AUTHENTICATED.code(), "Already authenticated.");
			return;
		}
		if (!data.path("token").isString() || !data.path("session_id").isString()
				|| !data.path("seq").isIntegralNumber()) {
			connection.close(CloseCode.UNKNOWN_OPCODE.code(), "Invalid RESUME: see token, session_id, seq.");
			return;
		}
		if (!this.rules.accepts(data.path("token").asString())) {
			connection.close(CloseCode.AUTHENTICATION_FAILED.code(), "Authentication failed.");
			return;
		}
		SimulatedSession session = this.sessions.find(data.path("session_id").asString());
		if (session == null) {
			connection.refuse(false);
			return;
		}
		Replay replay = Objects.requireNonNullElse(this.replays.pollFirst(), Replay.WHOLE);
		switch (session.resume(connection, data.path("seq").longValue(), replay)) {
			case RESUMED -> connection.resumed(session);
			case GONE -> {
				this.sessions.end(session);
				connection.refuse(false);
			}
			case INVALID_SEQUENCE -> {
				this.sessions.end(session);
				connection.close(CloseCode.INVALID_SEQUENCE.code(), "Invalid seq.");
			}
		}
	}

	void command(SimulatedConnection connection, ReceivedFrame frame) {
		SimulatedSession session = connection.session();
		if (session != null && !this.commands.answer(session, frame)) {
			connection.close(CloseCode.UNKNOWN_OPCODE.code(), "Invalid payload for opcode " + frame.opcode() + ".");
		}
	}

	/**
	 * As leniently as Discord: {@code 513}, {@code 513.0} and {@code "513"} are the same.
	 */
	private static @Nullable Long wholeNumber(JsonNode number) {
		if (!number.isNumber() && !number.isString()) {
			return null;
		}
		try {
			return new BigDecimal(number.asString().strip()).longValueExact();
		}
		catch (ArithmeticException | NumberFormatException ex) {
			return null;
		}
	}

	/** Without a pair the session is the only one. */
	private static @Nullable ShardId shard(JsonNode pair) {
		if (pair.isMissingNode() || pair.isNull()) {
			return new ShardId(0, 1);
		}
		int id = pair.path(0).asInt(-1);
		int total = pair.path(1).asInt(-1);
		return (pair.size() == 2 && id >= 0 && id < total) ? new ShardId(id, total) : null;
	}

	/**
	 * What the simulated application may do.
	 *
	 * @param token its token
	 * @param helloDelay how long after the handshake HELLO is sent
	 * @param refusalDelay after which time a refused IDENTIFY is answered
	 * @param heartbeatInterval what HELLO asks for
	 * @param heartbeatTimeout after which silence a connection is closed
	 * @param minimumShards how many shards it needs
	 * @param disallowedIntents the privileged intents that are not switched on
	 */
	record Rules(String token, Duration helloDelay, RandomDelay refusalDelay, Duration heartbeatInterval,
			Duration heartbeatTimeout, int minimumShards, Set<Intent> disallowedIntents) {

		private static final String PREFIX = "Bot ";

		Rules withToken(String changed) {
			return new Rules(changed, this.helloDelay, this.refusalDelay, this.heartbeatInterval, this.heartbeatTimeout,
					this.minimumShards, this.disallowedIntents);
		}

		Rules withMinimumShards(int changed) {
			return new Rules(this.token, this.helloDelay, this.refusalDelay, this.heartbeatInterval,
					this.heartbeatTimeout, changed, this.disallowedIntents);
		}

		Rules withDisallowedIntents(Set<Intent> changed) {
			return new Rules(this.token, this.helloDelay, this.refusalDelay, this.heartbeatInterval,
					this.heartbeatTimeout, this.minimumShards, changed);
		}

		/**
		 * Some libraries send the token with the prefix of REST, and Discord lets them.
		 */
		boolean accepts(String given) {
			return this.token.equals(given.startsWith(PREFIX) ? given.substring(PREFIX.length()) : given);
		}

		/** Without the token. */
		@Override
		public String toString() {
			return "Rules for " + this.minimumShards + " shards or more";
		}

	}

}
