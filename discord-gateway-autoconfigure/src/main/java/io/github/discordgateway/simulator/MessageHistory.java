package io.github.discordgateway.simulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The latest messages, as the events told of them, whoever let them happen. Thread-safe.
 */
final class MessageHistory {

	private static final int MAX_MESSAGES = 5000;

	/** Of JSON, over all messages. */
	private static final int MAX_CHARACTERS = 8_000_000;

	private static final List<String> ONLY_IN_EVENTS = List.of("guild_id", "member", "channel_type");

	private final Map<Snowflake, Stored> messages = new LinkedHashMap<>();

	private final Map<Snowflake, TreeMap<Snowflake, Stored>> channels = new HashMap<>();

	/** Where a channel is of which only messages are known. */
	private final Map<Snowflake, String> guilds = new LinkedHashMap<>();

	private long characters;

	/** Follows what happened; does nothing for what does not concern messages. */
	void note(OutgoingEvent event) {
		if (event.name().startsWith("MESSAGE_") && event.body() instanceof ObjectNode body) {
			try {
				note(event.name(), body);
			}
			catch (NumberFormatException ex) {
				// An id that is none was sent on purpose, and nothing can be asked about
				// it.
				return;
			}
		}
	}

	private synchronized void note(String name, ObjectNode body) {
		switch (name) {
			case "MESSAGE_CREATE" -> add(body);
			case "MESSAGE_UPDATE" -> {
				Stored stored = this.messages.get(id(body, "id"));
				if (stored != null) {
					stored.body.setAll(body.deepCopy().remove(ONLY_IN_EVENTS));
				}
			}
			case "MESSAGE_DELETE" -> remove(id(body, "id"));
			case "MESSAGE_DELETE_BULK" -> body.path("ids").forEach((id) -> remove(Snowflake.of(id.asString(""))));
			case "MESSAGE_REACTION_ADD", "MESSAGE_REACTION_REMOVE", "MESSAGE_REACTION_REMOVE_EMOJI",
					"MESSAGE_REACTION_REMOVE_ALL" ->
				react(name, body);
			default -> {
			}
		}
	}

	private void add(ObjectNode body) {
		Snowflake id = id(body, "id");
		Snowflake channelId = id(body, "channel_id");
		remove(id);
		ObjectNode whole = EventPayloads.emptyMessage();
		whole.setAll(body.deepCopy());
		whole.remove(ONLY_IN_EVENTS);
		Stored stored = new Stored(whole, channelId, body.toString().length());
		this.messages.put(id, stored);
		this.channels.computeIfAbsent(channelId, (key) -> new TreeMap<>(Comparator.reverseOrder())).put(id, stored);
		this.characters += stored.size;
		this.guilds.remove(channelId);
		this.guilds.put(channelId, body.path("guild_id").asString(""));
		if (this.guilds.size() > MAX_MESSAGES) {
			this.guilds.remove(this.guilds.keySet().iterator().next());
		}
		while (this.messages.size() > MAX_MESSAGES || (this.characters > MAX_CHARACTERS && this.messages.size() > 1)) {
			Iterator<Snowflake> oldest = this.messages.keySet().iterator();
			remove(oldest.next());
		}
	}

	private void remove(Snowflake id) {
		Stored stored = this.messages.remove(id);
		if (stored != null) {
			this.characters -= stored.size;
			TreeMap<Snowflake, Stored> channel = this.channels.get(stored.channelId);
			if (channel != null) {
				channel.remove(id);
				if (channel.isEmpty()) {
					this.channels.remove(stored.channelId);
				}
			}
		}
	}

	private void react(String name, ObjectNode body) {
		Stored stored = this.messages.get(id(body, "message_id"));
		if (stored == null) {
			return;
		}
		String emoji = emojiKey(body.path("emoji"));
		Snowflake user = name.endsWith("_ADD") || name.endsWith("_REMOVE") ? id(body, "user_id") : null;
		if (name.endsWith("_ALL")) {
			stored.reactions.clear();
		}
		else if (user == null) {
			stored.reactions.remove(emoji);
		}
		else if (name.endsWith("_ADD")) {
			stored.reactions.computeIfAbsent(emoji, (key) -> new Reaction(body.path("emoji"), new LinkedHashSet<>()))
				.users()
				.add(user);
		}
		else {
			Reaction reaction = stored.reactions.get(emoji);
			if (reaction != null && reaction.users().remove(user) && reaction.users().isEmpty()) {
				stored.reactions.remove(emoji);
			}
		}
	}

	private static Snowflake id(JsonNode body, String field) {
		return Snowflake.of(body.path(field).asString(""));
	}

	/** Custom emoji by their id, others by their name. */
	static String emojiKey(JsonNode emoji) {
		return emoji.path("id").isString() ? emoji.path("id").asString() : emoji.path("name").asString("");
	}

	/** Takes away all messages of a channel. */
	synchronized void forget(Snowflake channelId) {
		for (Snowflake id : List.copyOf(this.channels.getOrDefault(channelId, new TreeMap<>()).keySet())) {
			remove(id);
		}
		this.guilds.remove(channelId);
	}

	/**
	 * A message as requests show it.
	 * @return a copy; {@code null} when there is none in this channel
	 */
	synchronized @Nullable ObjectNode find(Snowflake channelId, Snowflake id) {
		Stored stored = this.messages.get(id);
		return (stored != null && stored.channelId.equals(channelId)) ? stored.json() : null;
	}

	/** The messages of a channel, the newest first. */
	synchronized List<ObjectNode> list(Snowflake channelId) {
		List<ObjectNode> found = new ArrayList<>();
		this.channels.getOrDefault(channelId, new TreeMap<>()).values().forEach((stored) -> found.add(stored.json()));
		return found;
	}

	/** The newest message of a channel; {@code null} when there is none. */
	synchronized @Nullable ObjectNode latest(Snowflake channelId) {
		TreeMap<Snowflake, Stored> channel = this.channels.get(channelId);
		return (channel != null) ? channel.firstEntry().getValue().json() : null;
	}

	/** Who reacted with an emoji, in the order in which they did. */
	synchronized List<Snowflake> reactors(Snowflake id, String emoji) {
		Stored stored = this.messages.get(id);
		Reaction reaction = (stored != null) ? stored.reactions.get(emoji) : null;
		return (reaction != null) ? List.copyOf(reaction.users()) : List.of();
	}

	/**
	 * The guild of a channel in which somebody wrote.
	 * @return its id; empty for direct messages; {@code null} when nobody wrote there
	 */
	synchronized @Nullable String guildOf(Snowflake channelId) {
		return this.guilds.get(channelId);
	}

	private static final class Stored {

		private final ObjectNode body;

		private final Snowflake channelId;

		private final int size;

		private final Map<String, Reaction> reactions = new LinkedHashMap<>();

		Stored(ObjectNode body, Snowflake channelId, int size) {
			this.body = body;
			this.channelId = channelId;
			this.size = size;
		}

		ObjectNode json() {
			ObjectNode json = this.body.deepCopy();
			if (!this.reactions.isEmpty()) {
				ArrayNode all = json.putArray("reactions");
				this.reactions.values().forEach((reaction) -> all.add(reaction.json()));
			}
			return json;
		}

	}

	private record Reaction(JsonNode emoji, Set<Snowflake> users) {

		ObjectNode json() {
			ObjectNode json = ObjectPayloads.template("{}")
				.put("count", this.users.size())
				.put("me", this.users.contains(SimulatedWorld.BOT_ID))
				.put("me_burst", false);
			json.putObject("count_details").put("burst", 0).put("normal", this.users.size());
			json.putArray("burst_colors");
			json.set("emoji", this.emoji);
			return json;
		}

	}

}
