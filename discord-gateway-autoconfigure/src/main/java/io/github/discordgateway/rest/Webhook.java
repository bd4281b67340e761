package io.github.discordgateway.rest;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.channel.Channel;
import io.github.discordgateway.model.guild.PartialGuild;
import io.github.discordgateway.model.user.User;
import org.jspecify.annotations.Nullable;

/**
 * A webhook.
 *
 * @param id id of the webhook
 * @param type which kind it is: 1 for an incoming one, 2 for one that follows a channel,
 * 3 for an application's
 * @param guildId id of the guild; {@code null} when absent
 * @param channelId id of the channel; {@code null} when there is none
 * @param user who made it; {@code null} when absent
 * @param name its name; {@code null} when it has none
 * @param avatar hash of its picture; {@code null} when it has none
 * @param token what allows to use it; {@code null} when absent
 * @param applicationId id of the application that made it; {@code null} when none did
 * @param sourceGuild the guild of the channel that is followed; {@code null} when absent
 * @param sourceChannel the channel that is followed; {@code null} when absent
 * @param url where to send to; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/webhook#webhook-object">Discord's
 * documentation</a>
 */
@DiscordJson
public record Webhook(Snowflake id, int type, @Nullable Snowflake guildId, @Nullable Snowflake channelId,
		@Nullable User user, @Nullable String name, @Nullable String avatar, @Nullable String token,
		@Nullable Snowflake applicationId, @Nullable PartialGuild sourceGuild, @Nullable Channel sourceChannel,
		@Nullable String url) {

	/** Without the token, and without the URL, which holds it. */
	@Override
	public String toString() {
		return "Webhook[id=" + this.id + ", name=" + this.name + ", channelId=" + this.channelId + "]";
	}

}
