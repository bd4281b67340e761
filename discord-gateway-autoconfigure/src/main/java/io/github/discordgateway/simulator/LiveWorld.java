package io.github.discordgateway.simulator;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import io.github.discordgateway.Intent;
import io.github.discordgateway.Snowflake;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where things happen at a test's command: changes the world, and sends the events of it
 * to the sessions that hear about the place.
 */
final class LiveWorld {

	private static final Log logger = LogFactory.getLog(LiveWorld.class);

	private static final int LARGE_THRESHOLD = 50;

	private final SimulatedWorld world;

	private final SessionRegistry sessions;

	private final Expectations expectations;

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
		return new LiveGuild(this, this.world.guild(name, (made) -> announce(made, false)));
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
				ObjectNode body = payloads().guildCreate(guild, session.intents(), LARGE_THRESHOLD);
				if (!known) {
					body.remove("unavailable");
				}
				dispatch(OutgoingEvent.of("GUILD_CREATE", body), List.of(session));
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

	/** The emoji of a reaction: one of Unicode, or the name and id of a guild's own. */
	static ObjectNode emoji(String text) {
		ObjectNode emoji = ObjectPayloads.template("{}");
		int colon = text.lastIndexOf(':');
		@Nullable String id = (colon > 0) ? text.substring(colon + 1) : null;
		return emoji.put("id", id).put("name", (colon > 0) ? text.substring(0, colon) : text);
	}

}
