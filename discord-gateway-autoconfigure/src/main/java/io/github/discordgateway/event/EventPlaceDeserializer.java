package io.github.discordgateway.event;

import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * Finds the two ids in a body, and stops as soon as it has both.
 */
final class EventPlaceDeserializer extends ValueDeserializer<EventPlace> {

	/** Names the attribute that holds the path of the guild id. */
	static final String GUILD_ID_PATH = "guildIdPath";

	/** Names the attribute that holds the name of the channel id's field. */
	static final String CHANNEL_ID_PATH = "channelIdPath";

	@Override
	public EventPlace deserialize(JsonParser parser, DeserializationContext context) {
		String path = (String) context.getAttribute(GUILD_ID_PATH);
		String channelField = (String) context.getAttribute(CHANNEL_ID_PATH);
		@Nullable Snowflake guildId = null;
		@Nullable Snowflake channelId = null;
		String field;
		while (((path != null && guildId == null) || (channelField != null && channelId == null))
				&& (field = parser.nextName()) != null) {
			JsonToken value = parser.nextToken();
			if (path != null && path.equals(field)) {
				guildId = id(parser);
			}
			else if (field.equals(channelField)) {
				channelId = id(parser);
			}
			else if (path != null && value == JsonToken.START_OBJECT && path.startsWith(field + ".")) {
				guildId = nested(parser, path.substring(field.length() + 1));
			}
			parser.skipChildren();
		}
		return new EventPlace(guildId, channelId);
	}

	private static @Nullable Snowflake nested(JsonParser parser, String name) {
		@Nullable Snowflake id = null;
		String field;
		while ((field = parser.nextName()) != null) {
			parser.nextToken();
			if (field.equals(name)) {
				id = id(parser);
			}
			parser.skipChildren();
		}
		return id;
	}

	private static @Nullable Snowflake id(JsonParser parser) {
		JsonToken token = parser.currentToken();
		if (token != JsonToken.VALUE_STRING && token != JsonToken.VALUE_NUMBER_INT) {
			return null;
		}
		try {
			return Snowflake.of(parser.getString());
		}
		catch (NumberFormatException ex) {
			// The event is then one without a place.
			return null;
		}
	}

}
