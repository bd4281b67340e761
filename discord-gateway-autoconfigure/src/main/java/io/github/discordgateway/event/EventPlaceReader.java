package io.github.discordgateway.event;

import java.util.EnumMap;
import java.util.Map;

import io.github.discordgateway.protocol.Frame;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells where an event happened that is not decoded, without building a tree of it.
 */
public final class EventPlaceReader {

	private final Map<EventType, ObjectReader> readers = new EnumMap<>(EventType.class);

	private final ObjectReader unknownEvents;

	/**
	 * Makes a reader, which may be used by any number of threads.
	 * @param mapper reads the bodies
	 */
	public EventPlaceReader(JsonMapper mapper) {
		ObjectReader reader = mapper.readerFor(EventPlace.class);
		for (EventType type : EventType.values()) {
			this.readers.put(type, withPaths(reader, type.guildIdPath(), type.channelIdPath()));
		}
		this.unknownEvents = withPaths(reader, "guild_id", "channel_id");
	}

	private static ObjectReader withPaths(ObjectReader reader, @Nullable String guildId, @Nullable String channelId) {
		ObjectReader result = reader;
		if (guildId != null) {
			result = result.withAttribute(EventPlaceDeserializer.GUILD_ID_PATH, guildId);
		}
		return (channelId != null) ? result.withAttribute(EventPlaceDeserializer.CHANNEL_ID_PATH, channelId) : result;
	}

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
		ObjectReader reader = (type != null) ? this.readers.get(type) : null;
		try {
			EventPlace place = frame.read((reader != null) ? reader : this.unknownEvents);
			return (place != null) ? place : EventPlace.NONE;
		}
		catch (JacksonException ex) {
			return EventPlace.NONE;
		}
	}

}
