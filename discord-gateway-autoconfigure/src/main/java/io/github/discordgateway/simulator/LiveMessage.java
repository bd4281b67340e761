package io.github.discordgateway.simulator;

import java.time.Instant;

import io.github.discordgateway.Snowflake;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message that somebody wrote at a test's command.
 *
 * @see LiveUser#says(String)
 */
public final class LiveMessage {

	private final LiveWorld liveWorld;

	private final ObjectNode body;

	LiveMessage(LiveWorld liveWorld, ObjectNode body) {
		this.liveWorld = liveWorld;
		this.body = body.deepCopy();
	}

	/**
	 * The message's id.
	 * @return the id
	 */
	public Snowflake id() {
		return Snowflake.of(this.body.path("id").asString());
	}

	/**
	 * Where the message is.
	 * @return the id of the channel
	 */
	public Snowflake channelId() {
		return Snowflake.of(this.body.path("channel_id").asString());
	}

	Snowflake authorId() {
		return Snowflake.of(this.body.path("author").path("id").asString());
	}

	/**
	 * Its author gives it another text: MESSAGE_UPDATE.
	 * @param text the new text
	 * @return this message
	 */
	public LiveMessage edit(String text) {
		synchronized (this.body) {
			this.body.put("content", text).put("edited_timestamp", ObjectPayloads.timestamp(Instant.now()));
			this.liveWorld.happen("MESSAGE_UPDATE", this.body.deepCopy());
		}
		return this;
	}

	/**
	 * It is deleted: MESSAGE_DELETE.
	 */
	public void delete() {
		ObjectNode deleted = ObjectPayloads.template("{}")
			.put("id", id().toString())
			.put("channel_id", channelId().toString());
		if (this.body.has("guild_id")) {
			deleted.set("guild_id", this.body.get("guild_id"));
		}
		this.liveWorld.happen("MESSAGE_DELETE", deleted);
	}

}
