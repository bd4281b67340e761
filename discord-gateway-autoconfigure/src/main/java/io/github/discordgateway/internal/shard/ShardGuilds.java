package io.github.discordgateway.internal.shard;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.discordgateway.GuildCount;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.internal.protocol.Frame;
import io.github.discordgateway.internal.protocol.MalformedFrameException;
import org.jspecify.annotations.Nullable;

/**
 * The guilds of a shard by their ids, as READY, GUILD_CREATE and GUILD_DELETE tell, or as
 * an earlier process has kept them. May be used from any thread.
 */
final class ShardGuilds {

	/** Whether each guild is there; null before READY. */
	private @Nullable Map<Snowflake, Boolean> available;

	/** Whether the ids have changed since they were taken to be kept. */
	private boolean changed;

	/**
	 * A session begins.
	 * @param ids the guilds that READY names, none of which has come yet
	 */
	synchronized void begin(Collection<Snowflake> ids) {
		this.available = all(ids, false);
		this.changed = true;
	}

	/**
	 * A session goes on in this process.
	 * @param ids the guilds that were kept; they are taken to be there
	 */
	synchronized void restore(Collection<Snowflake> ids) {
		if (this.available == null) {
			this.available = all(ids, true);
		}
	}

	private static Map<Snowflake, Boolean> all(Collection<Snowflake> ids, boolean there) {
		Map<Snowflake, Boolean> guilds = new HashMap<>();
		ids.forEach((id) -> guilds.put(id, there));
		return guilds;
	}

	/**
	 * Takes in what an event says.
	 * @throws MalformedFrameException when the event cannot be read
	 */
	void receive(Frame event) throws MalformedFrameException {
		boolean created = "GUILD_CREATE".equals(event.name());
		if (created || "GUILD_DELETE".equals(event.name())) {
			Frame.GuildNews news = event.guildNews();
			if (news != null) {
				receive(news, created);
			}
		}
	}

	private synchronized void receive(Frame.GuildNews news, boolean created) {
		Map<Snowflake, Boolean> guilds = this.available;
		if (guilds == null) {
			return;
		}
		if (created || news.unavailable()) {
			boolean outage = news.unavailable() || (created && news.bare());
			this.changed |= guilds.put(news.id(), !outage) == null;
		}
		else {
			this.changed |= guilds.remove(news.id()) != null;
		}
	}

	/** How many there are; null before READY. */
	synchronized @Nullable GuildCount count() {
		Map<Snowflake, Boolean> guilds = this.available;
		if (guilds == null) {
			return null;
		}
		int there = (int) guilds.values().stream().filter(Boolean::booleanValue).count();
		return new GuildCount(guilds.size(), guilds.size() - there);
	}

	/** Which ones there are; null before READY. */
	synchronized @Nullable Set<Snowflake> ids() {
		Map<Snowflake, Boolean> guilds = this.available;
		return (guilds != null) ? Set.copyOf(guilds.keySet()) : null;
	}

	/** Lets all of them count as changed. */
	synchronized void changed() {
		this.changed = true;
	}

	/** The ids, when they have changed since this was asked last; null otherwise. */
	synchronized @Nullable List<Snowflake> takeChanged() {
		Map<Snowflake, Boolean> guilds = this.available;
		if (guilds == null || !this.changed) {
			return null;
		}
		this.changed = false;
		return List.copyOf(guilds.keySet());
	}

}
