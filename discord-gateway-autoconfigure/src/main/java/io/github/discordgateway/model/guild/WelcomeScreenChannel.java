package io.github.discordgateway.model.guild;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * A channel that a welcome screen recommends.
 *
 * @param channelId id of the channel
 * @param description what the screen says of the channel
 * @param emojiId id of the emoji, when it is a custom one; {@code null} when there is
 * none
 * @param emojiName name of a custom emoji, or the Unicode one itself; {@code null} when
 * there is none
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild#welcome-screen-object-welcome-screen-channel-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record WelcomeScreenChannel(Snowflake channelId, String description, @Nullable Snowflake emojiId,
		@Nullable String emojiName) {

}
