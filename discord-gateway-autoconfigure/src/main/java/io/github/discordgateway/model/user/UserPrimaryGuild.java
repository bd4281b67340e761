package io.github.discordgateway.model.user;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * The guild whose tag a user shows beside the name.
 *
 * @param identityGuildId id of the guild of the tag; {@code null} when there is none
 * @param identityEnabled whether the tag is shown; {@code null} when the system has
 * cleared it
 * @param tag the tag, at most four characters; {@code null} when there is none
 * @param badge hash of the picture in the tag; {@code null} when there is none
 * @see <a href=
 * "https://discord.com/developers/docs/resources/user#user-object-user-primary-guild">Discord's
 * documentation</a>
 */
@DiscordJson
public record UserPrimaryGuild(@Nullable Snowflake identityGuildId, @Nullable Boolean identityEnabled,
		@Nullable String tag, @Nullable String badge) {

}
