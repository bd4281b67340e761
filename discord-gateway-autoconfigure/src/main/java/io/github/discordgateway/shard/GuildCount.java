package io.github.discordgateway.shard;

import io.github.discordgateway.protocol.Frame;
import io.github.discordgateway.protocol.MalformedFrameException;
import org.jspecify.annotations.Nullable;

/**
 * How many guilds a shard has, as READY, GUILD_CREATE and GUILD_DELETE tell. Guilds are
 * counted and not remembered, which is exact but for one that is left while it is
 * unavailable, and without the intent GUILDS the count stays that of READY.
 *
 * @param total all guilds
 * @param unavailable those of them that have not come yet, or have an outage
 */
public record GuildCount(int total, int unavailable) {

	/** GUILD_CREATE of a guild with an outage says hardly more than that. */
	private static final int SMALL_FRAME_BYTES = 512;

	/**
	 * Counts one event.
	 * @param current the count so far; {@code null} before READY
	 * @param event the event
	 * @return the count afterwards
	 * @throws MalformedFrameException when the event cannot be read
	 */
	static @Nullable GuildCount after(@Nullable GuildCount current, Frame event) throws MalformedFrameException {
		String name = event.name();
		if ("READY".equals(name)) {
			int guilds = event.elements("guilds");
			return new GuildCount(guilds, guilds);
		}
		if (current != null && "GUILD_CREATE".equals(name)) {
			boolean outage = event.size() < SMALL_FRAME_BYTES && event.isTrue("unavailable");
			return outage ? current : current.created();
		}
		if (current != null && "GUILD_DELETE".equals(name)) {
			return event.isTrue("unavailable") ? current.failed() : current.left();
		}
		return current;
	}

	private GuildCount created() {
		return (this.unavailable > 0) ? new GuildCount(this.total, this.unavailable - 1)
				: new GuildCount(this.total + 1, 0);
	}

	private GuildCount failed() {
		return new GuildCount(this.total, Math.min(this.unavailable + 1, this.total));
	}

	private GuildCount left() {
		int left = Math.max(this.total - 1, 0);
		return new GuildCount(left, Math.min(this.unavailable, left));
	}

}
