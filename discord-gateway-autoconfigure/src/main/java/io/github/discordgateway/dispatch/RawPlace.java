package io.github.discordgateway.dispatch;

import io.github.discordgateway.event.EventType;
import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Where an event that was not decoded happened.
 *
 * @param guildId its guild; {@code null} when the body names none
 * @param channelId its channel; {@code null} when the body names none
 */
record RawPlace(@Nullable Snowflake guildId, @Nullable Snowflake channelId) {

	static final RawPlace NOWHERE = new RawPlace(null, null);

	private static final JsonFactory JSON = new JsonFactory();

	/**
	 * Reads the place from a body.
	 * @param type the event; {@code null} when it is not documented
	 * @param body the JSON of the body
	 * @return the place, as far as the body names it where the event has it
	 */
	static RawPlace read(@Nullable EventType type, byte[] body) {
		String path = (type != null) ? type.guildIdPath() : "guild_id";
		Snowflake guildId = null;
		Snowflake channelId = null;
		try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
			if (parser.nextToken() != JsonToken.START_OBJECT) {
				return NOWHERE;
			}
			String outer = "";
			String field;
			while ((field = parser.nextName()) != null || !outer.isEmpty()) {
				if (field == null) {
					outer = "";
					continue;
				}
				JsonToken value = parser.nextToken();
				String here = outer + field;
				if (value == JsonToken.START_OBJECT && path != null && path.startsWith(here + ".")) {
					outer = here + ".";
					continue;
				}
				if (here.equals(path)) {
					guildId = snowflake(parser, value);
				}
				else if (here.equals("channel_id")) {
					channelId = snowflake(parser, value);
				}
				parser.skipChildren();
			}
		}
		catch (JacksonException ex) {
			// The body was copied whole, so this is a number that does not fit: no place.
			return NOWHERE;
		}
		return new RawPlace(guildId, channelId);
	}

	private static @Nullable Snowflake snowflake(JsonParser parser, JsonToken value) {
		if (value != JsonToken.VALUE_STRING && value != JsonToken.VALUE_NUMBER_INT) {
			return null;
		}
		try {
			return Snowflake.of(parser.getString());
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

}
