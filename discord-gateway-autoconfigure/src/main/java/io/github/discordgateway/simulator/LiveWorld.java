package io.github.discordgateway.simulator;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.discordgateway.Intent;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.command.GatewayCommand;
import io.github.discordgateway.command.RequestChannelInfo;
import io.github.discordgateway.command.RequestGuildMembers;
import io.github.discordgateway.command.RequestSoundboardSounds;
import io.github.discordgateway.command.UpdateVoiceState;
import io.github.discordgateway.model.message.Message;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where things happen at a test's command: changes the world, and sends the events of it
 * to the sessions that hear about the place.
 */
final class LiveWorld {

	private static final Log logger = LogFactory.getLog(LiveWorld.class);

	private static final int MAX_SENT = 1000;

	private final SimulatedWorld world;

	private final SessionRegistry sessions;

	private final Expectations expectations;

	/** Messages of the bot that no test has expected yet. */
	private final Deque<ObjectNode> sent = new ArrayDeque<>();

	/** Guilds in an outage that is not their own. */
	private final Set<SimulatedGuild> down = ConcurrentHashMap.newKeySet();

	private volatile @Nullable CommandResources commands;

	private volatile @Nullable SimulatedRest rest;

	LiveWorld(SimulatedWorld world, SessionRegistry sessions, Expectations expectations) {
		this.world = world;
		this.sessions = sessions;
		this.expectations = expectations;
	}

	SimulatedWorld world() {
		return this.world;
	}

	EventPayloads payloads() {
		return this.world.payloads();
	}

	LiveGuild guild(String name) {
		return guild(name, null);
	}

	LiveGuild guild(String name, @Nullable ShardId shard) {
		return new LiveGuild(this, this.world.guild(name, shard, (made) -> announce(made, false)));
	}

	<C extends GatewayCommand> C expectCommand(SimulatedGuild guild, Class<C> type) {
		return this.expectations.expectCommand(type, (connection, command) -> isAbout(command, guild.id()),
				" for the guild " + guild);
	}

	<C extends GatewayCommand> void expectNoCommand(SimulatedGuild guild, Class<C> type) {
		this.expectations.expectNoCommand(type, (connection, command) -> isAbout(command, guild.id()));
	}

	private static boolean isAbout(GatewayCommand command, Snowflake guildId) {
		if (command instanceof UpdateVoiceState voice) {
			return voice.guildId().equals(guildId);
		}
		if (command instanceof RequestGuildMembers members) {
			return members.guildId().equals(guildId);
		}
		if (command instanceof RequestChannelInfo channels) {
			return channels.guildId().equals(guildId);
		}
		return command instanceof RequestSoundboardSounds sounds && sounds.guildIds().contains(guildId);
	}

	/**
	 * Tells the sessions that are there of a whole guild; those to come learn of it as
	 * they start.
	 * @param guild the guild
	 * @param known whether it was in an outage, and not joined now
	 */
	void announce(SimulatedGuild guild, boolean known) {
		for (SimulatedSession session : this.sessions.live()) {
			if (session.hears(guild.id())) {
				ObjectNode body = payloads().guildCreate(guild, session.intents(), session.largeThreshold());
				if (!known) {
					body.remove("unavailable");
				}
				dispatch(OutgoingEvent.of("GUILD_CREATE", body), List.of(session));
			}
		}
	}

	/** All guilds that the sessions hear about are unavailable. */
	void outage(Collection<SimulatedSession> sessions) {
		for (SimulatedSession session : sessions) {
			for (SimulatedGuild guild : this.world.guilds(session.shard())) {
				if (!guild.isUnavailable() && this.down.add(guild)) {
					guild.setUnavailable(true);
					mention("GUILD_DELETE", payloads().outage(guild));
				}
			}
		}
	}

	void endOutage() {
		for (SimulatedGuild guild : this.down) {
			if (this.down.remove(guild)) {
				guild.setUnavailable(false);
				announce(guild, true);
			}
		}
	}

	/** Sends an event that goes along with another one, if anyone wants it. */
	void mention(String eventName, ObjectNode body) {
		OutgoingEvent event = OutgoingEvent.of(eventName, body);
		dispatch(event, this.sessions.live().stream().filter((session) -> session.hears(event.guildId())).toList());
	}

	/**
	 * Sends the event that a test is about.
	 * @param eventName Discord's name of it
	 * @param body the JSON of {@code d}
	 * @throws AssertionError when there is no session in time
	 * @throws IllegalStateException when the intents hold the event back
	 */
	void happen(String eventName, ObjectNode body) {
		OutgoingEvent event = OutgoingEvent.of(eventName, body);
		List<SimulatedSession> listening = this.expectations.awaitSessions(event.routingGuildId());
		Set<Intent> intents = listening.get(0).intents();
		if (listening.stream().noneMatch((session) -> event.passes(session.intents()))) {
			throw new IllegalStateException(eventName + " does not reach the bot: it needs one of the intents "
					+ IntentGate.intentsOf(eventName) + ", and the bot has " + intents
					+ ". List those that it needs in discord.gateway.intents, or drop what the test lets happen");
		}
		if (event.isContentWithheldFrom(intents)) {
			logger.warn("The bot gets this " + eventName + " without its content, as at Discord: "
					+ "it lacks the intent MESSAGE_CONTENT, see discord.gateway.intents");
		}
		dispatch(event, listening);
	}

	/**
	 * Sends an event; each session gets its own copy, with its own sequence.
	 * @param event what happened
	 * @param receivers who hears about it
	 * @return the sequence in the newest session, or {@link SimulatedSession#NOT_SENT}
	 */
	long dispatch(OutgoingEvent event, Collection<SimulatedSession> receivers) {
		long sequence = SimulatedSession.NOT_SENT;
		this.world.note(event);
		for (SimulatedSession session : receivers) {
			sequence = session.dispatch(event);
			this.expectations.dispatched(event.name(), session, sequence);
		}
		return sequence;
	}

	void commands(CommandResources commands, SimulatedRest rest) {
		this.commands = commands;
		this.rest = rest;
	}

	/** A command that the bot has registered; {@code null} when there is none. */
	@Nullable ObjectNode findCommand(@Nullable Snowflake guildId, String name, int type) {
		CommandResources known = this.commands;
		return (known != null) ? known.find(guildId, name, type) : null;
	}

	/** What an interaction says about the command that it is for. */
	ObjectNode commandData(@Nullable ObjectNode registered, String name, int type) {
		String id = (registered != null) ? registered.path("id").asString() : payloads().nextId().toString();
		ObjectNode data = ObjectPayloads.template("{}").put("id", id).put("name", name).put("type", type);
		if (registered != null && registered.has("guild_id")) {
			data.set("guild_id", registered.get("guild_id"));
		}
		return data;
	}

	/**
	 * The messages that a user sees where it writes, the newest first: also those that
	 * nobody else sees.
	 */
	List<ObjectNode> visibleMessages(LiveUser user) {
		List<ObjectNode> all = new ArrayList<>(this.world.messages().list(user.channelId()));
		for (SimulatedInteraction interaction : this.world.interactions().list()) {
			JsonNode by = interaction.json().path("member").path("user").path("id");
			JsonNode direct = interaction.json().path("user").path("id");
			String asking = by.isString() ? by.asString() : direct.asString("");
			if (asking.equals(user.id().toString())
					&& interaction.json().path("channel_id").asString("").equals(user.channelId().toString())) {
				interaction.messages()
					.stream()
					.filter((message) -> (message.path("flags").asInt(0) & MessageBodies.EPHEMERAL) != 0)
					.forEach(all::add);
			}
		}
		all.sort(Comparator.comparing((ObjectNode message) -> Snowflake.of(message.path("id").asString())).reversed());
		return all;
	}

	/** Keeps a message of the bot for who expects it. */
	void sent(ObjectNode message) {
		synchronized (this.sent) {
			if (this.sent.size() == MAX_SENT) {
				this.sent.removeFirst();
			}
			this.sent.addLast(message);
		}
	}

	void forgetSent() {
		synchronized (this.sent) {
			this.sent.clear();
		}
	}

	Message expectMessage(Snowflake channelId) {
		return LiveInteraction.read(Polling.await(timeout(), () -> takeMessage(channelId),
				() -> "The bot has sent no message to the channel " + channelId + " within " + timeout().toMillis()
						+ " ms. Requests, the latest last: " + describeRequests()));
	}

	@Nullable ObjectNode takeMessage(Snowflake channelId) {
		synchronized (this.sent) {
			for (Iterator<ObjectNode> all = this.sent.iterator(); all.hasNext();) {
				ObjectNode message = all.next();
				if (message.path("channel_id").asString("").equals(channelId.toString())) {
					all.remove();
					return message;
				}
			}
			return null;
		}
	}

	String describeRequests() {
		SimulatedRest requested = this.rest;
		return (requested != null) ? requested.describe() : "none";
	}

	Duration timeout() {
		return this.expectations.timeout();
	}

	/** The emoji of a reaction: one of Unicode, or the name and id of a guild's own. */
	static ObjectNode emoji(String text) {
		ObjectNode emoji = ObjectPayloads.template("{}");
		int colon = text.lastIndexOf(':');
		@Nullable String id = (colon > 0) ? text.substring(colon + 1) : null;
		return emoji.put("id", id).put("name", (colon > 0) ? text.substring(0, colon) : text);
	}

}
