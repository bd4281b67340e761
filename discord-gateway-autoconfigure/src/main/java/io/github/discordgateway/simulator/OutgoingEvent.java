package io.github.discordgateway.simulator;

import java.util.Set;

import io.github.discordgateway.Intent;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event on its way to any number of sessions, each of which sees what its intents
 * allow. Text that is not JSON is sent as it is: a test may want to see what becomes of
 * it.
 */
final class OutgoingEvent {

	private static final JsonMapper MAPPER = GatewayJsonMapper.builder().build();

	private static final Set<String> MESSAGES = Set.of("MESSAGE_CREATE", "MESSAGE_UPDATE");

	private static final Set<String> GUILDS = Set.of("GUILD_CREATE", "GUILD_UPDATE", "GUILD_DELETE");

	private final String name;

	private final String json;

	private final @Nullable JsonNode body;

	private OutgoingEvent(String name, String json, @Nullable JsonNode body) {
		this.name = name;
		this.json = json;
		this.body = body;
	}

	static OutgoingEvent of(String name, String json) {
		JsonNode body = null;
		try {
			body = MAPPER.readTree(json);
		}
		catch (JacksonException ex) {
			// Broken on purpose: it is sent all the same, only nothing is known about it.
			return new OutgoingEvent(name, json, null);
		}
		return new OutgoingEvent(name, json, body);
	}

	static OutgoingEvent of(String name, ObjectNode body) {
		return new OutgoingEvent(name, body.toString(), body);
	}

	String name() {
		return this.name;
	}

	/** What happened; {@code null} when the text is no JSON. */
	@Nullable JsonNode body() {
		return this.body;
	}

	/**
	 * Where the event happened.
	 * @return the guild; {@code null} outside of guilds, or when it cannot be told
	 */
	@Nullable Snowflake guildId() {
		if (this.body == null) {
			return null;
		}
		JsonNode id = this.body.path(GUILDS.contains(this.name) ? "id" : "guild_id");
		if (id.isMissingNode()) {
			id = this.body.path("meta").path("guild_id");
		}
		try {
			return (id.isString() || id.isIntegralNumber()) ? Snowflake.of(id.asString()) : null;
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	/**
	 * Which guild's shard hears about the event. Entitlements go to shard 0 wherever they
	 * hold.
	 * @return the guild; {@code null} for shard 0
	 */
	@Nullable Snowflake routingGuildId() {
		return this.name.startsWith("ENTITLEMENT_") ? null : guildId();
	}

	/**
	 * Whether a session with these intents receives the event.
	 * @param intents the session's intents
	 * @return {@code false} when none of the intents that gate it is there
	 */
	boolean passes(Set<Intent> intents) {
		if (IntentGate.lets(this.name, this.body == null || guildId() != null, intents)) {
			return !this.name.equals("THREAD_MEMBERS_UPDATE") || intents.contains(Intent.GUILD_MEMBERS)
					|| concernsBotAsThreadMember();
		}
		// The bot learns of changes to itself without the privileged intent.
		return this.name.equals("GUILD_MEMBER_UPDATE") && this.body != null && isBot(this.body.path("user").path("id"));
	}

	private boolean concernsBotAsThreadMember() {
		if (this.body == null) {
			return true;
		}
		for (JsonNode added : this.body.path("added_members")) {
			if (isBot(added.path("user_id"))) {
				return true;
			}
		}
		for (JsonNode removed : this.body.path("removed_member_ids")) {
			if (isBot(removed)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * The body as a session with these intents sees it: without MESSAGE_CONTENT the text
	 * of other people's messages in guilds is emptied.
	 * @param intents the session's intents
	 * @return the JSON of {@code d}; the given text itself unless something is taken out
	 */
	String jsonFor(Set<Intent> intents) {
		if (intents.contains(Intent.MESSAGE_CONTENT) || !(this.body instanceof ObjectNode object)) {
			return this.json;
		}
		if (this.name.equals("AUTO_MODERATION_ACTION_EXECUTION")) {
			return object.deepCopy().put("content", "").put("matched_content", "").toString();
		}
		if (!MESSAGES.contains(this.name) || guildId() == null || isBot(object.path("author").path("id"))) {
			return this.json;
		}
		for (JsonNode mention : object.path("mentions")) {
			if (isBot(mention.path("id"))) {
				return this.json;
			}
		}
		ObjectNode emptied = object.deepCopy();
		emptied.put("content", "");
		emptied.putArray("embeds");
		emptied.putArray("attachments");
		emptied.putArray("components");
		emptied.remove("poll");
		return emptied.toString();
	}

	/** Whether a session with these intents sees less than there is. */
	boolean isContentWithheldFrom(Set<Intent> intents) {
		return !jsonFor(intents).equals(this.json);
	}

	private static boolean isBot(JsonNode id) {
		return id.asString("").equals(SimulatedWorld.BOT_ID.toString());
	}

}
