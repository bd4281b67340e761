package io.github.discordgateway.rest;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.model.user.User;
import org.jspecify.annotations.Nullable;

/**
 * A ban of a guild.
 *
 * @param reason why; {@code null} when none was given
 * @param user who
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild#ban-object">Discord's
 * documentation</a>
 */
@DiscordJson
public record Ban(@Nullable String reason, User user) {

}
