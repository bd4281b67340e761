package io.github.discordgateway.event;

/**
 * A user has joined or left a guild, or the membership has changed. A listener that takes
 * it gets all of these events.
 */
public sealed interface GuildMemberEvent extends GatewayEvent
		permits GuildMemberAdd, GuildMemberRemove, GuildMemberUpdate {

}
