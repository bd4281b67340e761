package io.github.discordgateway.simulator;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The interactions whose tokens are still good, whoever let them happen. Thread-safe.
 */
final class InteractionLog {

	private static final Log logger = LogFactory.getLog(InteractionLog.class);

	private static final int MAX_INTERACTIONS = 20_000;

	private final Map<String, SimulatedInteraction> byToken = new LinkedHashMap<>();

	private final LongSupplier nanoTime;

	private final Duration timeToAnswer;

	private final Duration lifetime;

	InteractionLog(Duration timeToAnswer, Duration lifetime, LongSupplier nanoTime) {
		this.timeToAnswer = timeToAnswer;
		this.lifetime = lifetime;
		this.nanoTime = nanoTime;
	}

	/** Remembers what is an interaction. */
	void note(OutgoingEvent event) {
		if (event.name().equals("INTERACTION_CREATE") && event.body() instanceof ObjectNode body
				&& body.path("id").asString("").matches("\\d{1,19}") && body.path("token").isString()) {
			add(body);
		}
	}

	private void add(ObjectNode body) {
		String application = body.path("application_id").asString("");
		if (!application.equals(SimulatedWorld.BOT_ID.toString())) {
			logger.warn("An INTERACTION_CREATE is of the application \"" + application + "\", and this bot's is "
					+ SimulatedWorld.BOT_ID + ", the first part of its token: what edits its answer will be refused");
		}
		remember(body);
	}

	private synchronized void remember(ObjectNode body) {
		SimulatedInteraction interaction = new SimulatedInteraction(body.deepCopy(), this.nanoTime.getAsLong());
		this.byToken.putIfAbsent(interaction.token(), interaction);
		if (this.byToken.size() > MAX_INTERACTIONS) {
			this.byToken.remove(this.byToken.keySet().iterator().next());
		}
	}

	/**
	 * The interaction of a token, also when it is over; {@code null} when there is none.
	 */
	synchronized @Nullable SimulatedInteraction find(String token) {
		return this.byToken.get(token);
	}

	boolean isTooLateToAnswer(SimulatedInteraction interaction) {
		return age(interaction) > this.timeToAnswer.toNanos();
	}

	boolean isOver(SimulatedInteraction interaction) {
		return age(interaction) > this.lifetime.toNanos();
	}

	private long age(SimulatedInteraction interaction) {
		return this.nanoTime.getAsLong() - interaction.createdAt();
	}

	/** The latest, the newest last. */
	synchronized List<SimulatedInteraction> list() {
		return List.copyOf(this.byToken.values());
	}

}
