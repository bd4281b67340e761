package io.github.discordgateway;

/**
 * How many guilds a shard has, as READY, GUILD_CREATE and GUILD_DELETE tell. Without the
 * intent GUILDS the count stays that of READY.
 *
 * @param total all guilds
 * @param unavailable those of them that have not come yet, or have an outage
 */
public record GuildCount(int total, int unavailable) {

}
