package io.github.discordgateway.internal.codec;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.event.EventPlace;
import io.github.discordgateway.event.EventType;
import io.github.discordgateway.internal.protocol.Frame;
import io.github.discordgateway.internal.protocol.FrameParser;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;

/**
 * Tells where an event happened that is not decoded, without building a tree of it. May
 * be used by any number of threads.
 */
public final class EventPlaceReader {

	/**
	 * Finds guild and channel where the table of events says, for an event that is not
	 * known in {@code guild_id} and {@code channel_id}.
	 * @param frame an event
	 * @return the place; {@link EventPlace#NONE} for a body that is not an object, and
	 * for one that is broken, which is reported where it is used
	 */
	public EventPlace read(Frame frame) {
		if (!frame.hasObjectBody()) {
			return EventPlace.NONE;
		}
		EventType type = (frame.name() != null) ? EventType.of(frame.name()) : null;
		String guildId = (type != null) ? type.guildIdPath() : "guild_id";
		String channelId = (type != null) ? type.channelIdPath() : "channel_id";
		try {
			EventPlace place = frame.read((parser) -> read(parser, guildId, channelId));
			return (place != null) ? place : EventPlace.NONE;
		}
		catch (JacksonException ex) {
			return EventPlace.NONE;
		}
	}

	/** Stops as soon as it has both. */
	private static EventPlace read(FrameParser parser, @Nullable String guildPath, @Nullable String channelField) {
		@Nullable Snowflake guildId = null;
		@Nullable Snowflake channelId = null;
		String field;
		while (((guildPath != null && guildId == null) || (channelField != null && channelId == null))
				&& (field = parser.nextName()) != null) {
			JsonToken value = parser.nextToken();
			if (field.equals(guildPath)) {
				guildId = parser.snowflake();
			}
			else if (field.equals(channelField)) {
				channelId = parser.snowflake();
			}
			else if (guildPath != null && value == JsonToken.START_OBJECT && guildPath.startsWith(field + ".")) {
				guildId = nested(parser, guildPath.substring(field.length() + 1));
			}
			parser.skipChildren();
		}
		return new EventPlace(guildId, channelId);
	}

	private static @Nullable Snowflake nested(FrameParser parser, String name) {
		@Nullable Snowflake id = null;
		String field;
		while ((field = parser.nextName()) != null) {
			parser.nextToken();
			if (field.equals(name)) {
				id = parser.snowflake();
			}
			parser.skipChildren();
		}
		return id;
	}

}
