package io.github.discordgateway.event;

import io.github.discordgateway.model.user.User;

/**
 * A user was banned from a guild, or the ban was lifted. A listener that takes it gets
 * all of these events.
 */
public sealed interface GuildBanEvent extends GatewayEvent permits GuildBanAdd, GuildBanRemove {

	/**
	 * The user.
	 * @return the account that was banned
	 */
	User user();

}
