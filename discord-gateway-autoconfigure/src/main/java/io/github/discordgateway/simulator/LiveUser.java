package io.github.discordgateway.simulator;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.discordgateway.Snowflake;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A user who does things at a test's command: in a direct message to the bot, or, as a
 * {@link LiveMember}, in a guild. Each deed becomes the event that Discord would send,
 * with ids that fit together.
 *
 * <p>
 * A deed waits for a session of the shard that hears about it, up to the simulator's
 * timeout, and throws an {@link AssertionError} when there is none; and an
 * {@link IllegalStateException} when the bot's intents hold the event back.
 *
 * @see GatewaySimulator#user(String)
 */
public class LiveUser {

	private static final Pattern MENTION = Pattern.compile("<@!?(\\d+)>");

	private static final int DIRECT_MESSAGE = 1;

	private final LiveWorld liveWorld;

	private final String username;

	private final Snowflake id;

	LiveUser(LiveWorld liveWorld, String username) {
		this.liveWorld = liveWorld;
		this.username = username;
		this.id = liveWorld.world().userId(username);
	}

	/**
	 * The user's id.
	 * @return the id
	 */
	public final Snowflake id() {
		return this.id;
	}

	/**
	 * The user's name.
	 * @return the name
	 */
	public final String username() {
		return this.username;
	}

	/**
	 * Where the user writes.
	 * @return the id of the channel
	 */
	public Snowflake channelId() {
		return Snowflake.of(this.id.value() + 1);
	}

	/**
	 * Writes a message: MESSAGE_CREATE. A bot without MESSAGE_CONTENT gets it without the
	 * text, unless it is mentioned.
	 * @param text what is written; {@code <@id>} mentions a user
	 * @return the message, to be edited or deleted
	 */
	public LiveMessage says(String text) {
		ObjectNode body = outsideOfGuilds(this.liveWorld.payloads().message(guild(), member(), channelId(), text));
		mentions(text, body);
		LiveMessage message = new LiveMessage(this.liveWorld, body);
		this.liveWorld.happen("MESSAGE_CREATE", body);
		return message;
	}

	private void mentions(String text, ObjectNode body) {
		ArrayNode mentions = body.putArray("mentions");
		for (Matcher matcher = MENTION.matcher(text); matcher.find();) {
			SimulatedGuild.Member mentioned = guild().findMember(matcher.group(1));
			if (mentioned != null) {
				mentions.add(ObjectPayloads.user(mentioned));
			}
		}
	}

	/**
	 * Reacts to the latest message of the channel: MESSAGE_REACTION_ADD.
	 * @param emoji one of Unicode, or {@code name:id} of a guild's own
	 * @throws IllegalStateException when nobody has said anything there
	 */
	public void reacts(String emoji) {
		reactsTo(latestMessage(), emoji);
	}

	/**
	 * Reacts to a message: MESSAGE_REACTION_ADD.
	 * @param message the message
	 * @param emoji one of Unicode, or {@code name:id} of a guild's own
	 */
	public void reactsTo(LiveMessage message, String emoji) {
		ObjectNode body = reaction(message, emoji, true);
		this.liveWorld.happen("MESSAGE_REACTION_ADD", body.put("message_author_id", message.authorId().toString()));
	}

	/**
	 * Takes back a reaction: MESSAGE_REACTION_REMOVE.
	 * @param message the message
	 * @param emoji one of Unicode, or {@code name:id} of a guild's own
	 */
	public void takesBack(LiveMessage message, String emoji) {
		this.liveWorld.happen("MESSAGE_REACTION_REMOVE", reaction(message, emoji, false));
	}

	private ObjectNode reaction(LiveMessage message, String emoji, boolean added) {
		ObjectNode body = outsideOfGuilds(this.liveWorld.payloads().reaction(guild(), member(), added));
		body.set("emoji", LiveWorld.emoji(emoji));
		return body.put("channel_id", message.channelId().toString()).put("message_id", message.id().toString());
	}

	private LiveMessage latestMessage() {
		ObjectNode message = this.liveWorld.world().messages().latest(channelId());
		if (message == null) {
			throw new IllegalStateException(
					this.username + " cannot react: there is no message yet. Let somebody say something first");
		}
		return new LiveMessage(this.liveWorld, outsideOfGuilds(message.put("guild_id", guild().id().toString())));
	}

	/**
	 * Begins to write: TYPING_START.
	 */
	public void types() {
		this.liveWorld.happen("TYPING_START",
				outsideOfGuilds(this.liveWorld.payloads().typing(guild(), member(), channelId())));
	}

	final LiveWorld liveWorld() {
		return this.liveWorld;
	}

	/** Where the bot and the user meet; for direct messages only as a form to fill. */
	SimulatedGuild guild() {
		return new SimulatedGuild(this.id, "", member());
	}

	SimulatedGuild.Member member() {
		return new SimulatedGuild.Member(this.id, this.username, false, null, false, true, null);
	}

	private ObjectNode outsideOfGuilds(ObjectNode body) {
		if (!(this instanceof LiveMember)) {
			body.remove("guild_id");
			body.remove("member");
			if (body.has("channel_type")) {
				body.put("channel_type", DIRECT_MESSAGE);
			}
		}
		return body;
	}

	/** The user's name. */
	@Override
	public String toString() {
		return this.username;
	}

}
