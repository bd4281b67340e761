package io.github.discordgateway.session;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * The guilds of a session as a store keeps them. Its text form does not show the
 * session's id.
 *
 * @param session the id of the session
 * @param guilds the guilds
 */
record StoredGuilds(String session, List<Snowflake> guilds) {

	StoredGuilds {
		Objects.requireNonNull(session, "session");
		guilds = List.copyOf(guilds);
	}

	static StoredGuilds of(String session, Collection<Snowflake> guilds) {
		return new StoredGuilds(session, guilds.stream().limit(SessionStore.MAX_GUILDS).toList());
	}

	/** The guilds, if they are those of a session. */
	@Nullable List<Snowflake> of(String wanted) {
		return this.session.equals(wanted) ? this.guilds : null;
	}

	@Override
	public String toString() {
		return this.guilds.size() + " guilds";
	}

}
