package io.github.discordgateway.internal.codec;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.event.EventPlace;
import io.github.discordgateway.event.EventType;
import io.github.discordgateway.internal.protocol.Frame;
import io.github.discordgateway.internal.protocol.Members;
import org.jspecify.annotations.Nullable;

/**
 * Tells where an event happened that is not decoded, without reading more of it than is
 * needed for that. May be used by any number of threads.
 */
public final class EventPlaceReader {

	/**
	 * Finds guild and channel where the table of events says, for an event that is not
	 * known in {@code guild_id} and {@code channel_id}.
	 * @param frame an event
	 * @return the place; {@link EventPlace#NONE} for a body that is not an object, and
	 * for one that is broken before both are found, which is reported where it is used
	 */
	public EventPlace read(Frame frame) {
		EventType type = (frame.name() != null) ? EventType.of(frame.name()) : null;
		String guildPath = (type != null) ? type.guildIdPath() : "guild_id";
		String channelField = (type != null) ? type.channelIdPath() : "channel_id";
		@Nullable Snowflake guildId = null;
		@Nullable Snowflake channelId = null;
		Members members = frame.members();
		while (((guildPath != null && guildId == null) || (channelField != null && channelId == null))
				&& members.next()) {
			if (guildPath != null && guildId == null) {
				guildId = find(members, guildPath);
			}
			if (channelField != null && members.isNamed(channelField)) {
				channelId = members.snowflake();
			}
		}
		return members.isBroken() ? EventPlace.NONE : new EventPlace(guildId, channelId);
	}

	/** Reads the id at the current member, or within it. */
	private static @Nullable Snowflake find(Members members, String path) {
		int dot = path.indexOf('.');
		if (dot < 0) {
			return members.isNamed(path) ? members.snowflake() : null;
		}
		Snowflake id = null;
		if (members.isNamed(path.substring(0, dot))) {
			Members inner = members.members();
			while (id == null && inner.next()) {
				id = find(inner, path.substring(dot + 1));
			}
		}
		return id;
	}

}
