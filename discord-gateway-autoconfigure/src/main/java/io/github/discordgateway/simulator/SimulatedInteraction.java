package io.github.discordgateway.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody asked of the bot, and what the bot has answered so far. Thread-safe.
 */
final class SimulatedInteraction {

	static final int COMMAND = 2;

	static final int COMPONENT = 3;

	static final int AUTOCOMPLETE = 4;

	static final int MODAL = 5;

	private final ObjectNode json;

	private final long createdAt;

	private final Map<Snowflake, ObjectNode> messages = new LinkedHashMap<>();

	private int callbackType;

	private JsonNode callbackData = ObjectPayloads.NOTHING;

	private @Nullable Snowflake original;

	private boolean loading;

	private boolean updated;

	SimulatedInteraction(ObjectNode json, long createdAt) {
		this.json = json;
		this.createdAt = createdAt;
	}

	Snowflake id() {
		return Snowflake.of(this.json.path("id").asString());
	}

	String token() {
		return this.json.path("token").asString("");
	}

	int type() {
		return this.json.path("type").asInt(0);
	}

	ObjectNode json() {
		return this.json;
	}

	long createdAt() {
		return this.createdAt;
	}

	/**
	 * Takes the first answer.
	 * @return whether it is the first one
	 */
	synchronized boolean acknowledge(int type, JsonNode data) {
		if (this.callbackType != 0) {
			return false;
		}
		this.callbackType = type;
		this.callbackData = data;
		return true;
	}

	/** Discord's number of the first answer's type; 0 when there is none. */
	synchronized int callbackType() {
		return this.callbackType;
	}

	/** What stood in {@code data} of the first answer. */
	synchronized JsonNode callbackData() {
		return this.callbackData;
	}

	/** The first answer is, or will be, a message. */
	synchronized void original(ObjectNode message, boolean loading) {
		this.original = Snowflake.of(message.path("id").asString());
		this.loading = loading;
		this.messages.put(this.original, message);
	}

	synchronized @Nullable ObjectNode original() {
		return (this.original != null) ? this.messages.get(this.original) : null;
	}

	/** Whether the first answer is still to become a message. */
	synchronized boolean isLoading() {
		return this.loading;
	}

	synchronized void loaded() {
		this.loading = false;
	}

	synchronized void put(ObjectNode message) {
		Snowflake messageId = Snowflake.of(message.path("id").asString());
		this.updated |= messageId.equals(this.original);
		this.messages.put(messageId, message);
	}

	/** All messages that were sent in answer, in their order. */
	synchronized List<ObjectNode> messages() {
		return List.copyOf(this.messages.values());
	}

	/** Whether the first message was edited. */
	synchronized boolean isUpdated() {
		return this.updated;
	}

	/** The messages after the first one, in their order. */
	synchronized List<ObjectNode> followUps() {
		return this.messages.entrySet()
			.stream()
			.filter((message) -> !message.getKey().equals(this.original))
			.map(Map.Entry::getValue)
			.toList();
	}

	synchronized void remove(Snowflake messageId) {
		this.messages.remove(messageId);
	}

	synchronized @Nullable ObjectNode find(Snowflake messageId) {
		return this.messages.get(messageId);
	}

}
