package io.github.discordgateway.event;

/**
 * A guild became known, has changed or is gone. A listener that takes it gets all of
 * these events.
 */
public sealed interface GuildEvent extends GatewayEvent permits GuildCreate, GuildDelete, GuildUpdate {

}
