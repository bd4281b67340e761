package io.github.discordgateway.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.github.discordgateway.Intent;
import io.github.discordgateway.ShardId;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everyday life in the guilds: events at a steady rate over all live sessions, in about
 * the mix of a real bot, presences far ahead. What happens follows from the seed alone;
 * kinds of events that a session did not subscribe to leave their share to the others.
 */
final class AmbientTraffic implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(AmbientTraffic.class);

	/** Short enough for a steady flow, long enough to cost nothing. */
	private static final int TICK_MILLIS = 20;

	/** One message of so many asks the bot for something. */
	private static final int PING_SHARE = 20;

	private static final String[] TEXTS = { "good morning", "did anyone see the match?", "that build is green again",
			"who is in for tonight?", "I pushed a fix", "lunch?", "has the event started?", "nice one" };

	private final double eventsPerTick;

	private final SessionRegistry sessions;

	private final SimulatedWorld world;

	private final Random random;

	private final ScheduledExecutorService scheduler;

	private double due;

	AmbientTraffic(double eventsPerSecond, SessionRegistry sessions, SimulatedWorld world, long seed) {
		this.eventsPerTick = eventsPerSecond * TICK_MILLIS / 1000;
		this.sessions = sessions;
		this.world = world;
		this.random = new Random(seed);
		this.scheduler = Executors.newSingleThreadScheduledExecutor((task) -> {
			Thread thread = new Thread(task, "discord-simulator-ambient");
			thread.setDaemon(true);
			return thread;
		});
	}

	void start() {
		this.scheduler.scheduleAtFixedRate(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
	}

	private void tick() {
		try {
			this.due += this.eventsPerTick;
			Map<ShardId, List<SimulatedSession>> shards = new LinkedHashMap<>();
			for (SimulatedSession session : this.sessions.live()) {
				shards.computeIfAbsent(session.shard(), (key) -> new ArrayList<>()).add(session);
			}
			for (; this.due >= 1; this.due--) {
				if (!shards.isEmpty()) {
					happen(shards);
				}
			}
		}
		catch (RuntimeException ex) {
			// A scheduler silently ends a task that throws.
			logger.warn("An ambient event could not be produced", ex);
		}
	}

	/** Lets one thing happen, of which every session of the shard gets its own copy. */
	void happen(Map<ShardId, List<SimulatedSession>> shards) {
		List<ShardId> ids = new ArrayList<>(shards.keySet());
		ShardId shard = ids.get(this.random.nextInt(ids.size()));
		List<SimulatedSession> listening = shards.getOrDefault(shard, List.of());
		List<SimulatedGuild> guilds = this.world.guilds(shard);
		if (guilds.isEmpty() || listening.stream().anyMatch(AmbientTraffic::isCongested)) {
			return;
		}
		OutgoingEvent event = next(guilds.get(this.random.nextInt(guilds.size())), listening.get(0).intents());
		if (event != null) {
			this.world.note(event);
			listening.forEach((session) -> session.dispatch(event));
		}
	}

	/** Without this a client that does not read would fill the memory. */
	private static boolean isCongested(SimulatedSession session) {
		SimulatedConnection connection = session.connection();
		return connection != null && connection.isOpen() && !connection.writer().isWritable();
	}

	/**
	 * Makes the next event.
	 * @param guild where it happens
	 * @param intents which kinds of events may be chosen
	 * @return the event; {@code null} when the intents let none through
	 */
	@Nullable OutgoingEvent next(SimulatedGuild guild, Set<Intent> intents) {
		int weight = 0;
		for (Kind kind : Kind.values()) {
			weight += kind.weightFor(intents);
		}
		if (weight == 0) {
			return null;
		}
		int ticket = this.random.nextInt(weight);
		for (Kind kind : Kind.values()) {
			ticket -= kind.weightFor(intents);
			if (ticket < 0) {
				return OutgoingEvent.of(kind.name(), body(kind, guild));
			}
		}
		throw new IllegalStateException("The weights of the events changed under way");
	}

	private ObjectNode body(Kind kind, SimulatedGuild guild) {
		EventPayloads payloads = this.world.payloads();
		return switch (kind) {
			case PRESENCE_UPDATE -> payloads.presenceUpdate(guild);
			case MESSAGE_CREATE ->
				payloads.messageCreate(guild, (this.random.nextInt(PING_SHARE) == 0) ? "!ping" : text());
			case TYPING_START -> payloads.typingStart(guild);
			case MESSAGE_REACTION_ADD -> payloads.messageReactionAdd(guild);
			case GUILD_MEMBER_UPDATE -> payloads.guildMemberUpdate(guild);
			case VOICE_STATE_UPDATE -> payloads.voiceStateUpdate(guild);
			case MESSAGE_UPDATE -> payloads.messageUpdate(guild, text() + " (edited)");
		};
	}

	private String text() {
		return TEXTS[this.random.nextInt(TEXTS.length)];
	}

	@Override
	public void close() {
		this.scheduler.shutdownNow();
	}

	private enum Kind {

		PRESENCE_UPDATE(45), MESSAGE_CREATE(25), TYPING_START(10), MESSAGE_REACTION_ADD(5), GUILD_MEMBER_UPDATE(5),
		VOICE_STATE_UPDATE(5), MESSAGE_UPDATE(5);

		private final int weight;

		Kind(int weight) {
			this.weight = weight;
		}

		int weightFor(Set<Intent> intents) {
			return IntentGate.lets(name(), true, intents) ? this.weight : 0;
		}

	}

}
