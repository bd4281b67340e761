package io.github.discordgateway.model.user;

import io.github.discordgateway.DiscordJson;
import org.jspecify.annotations.Nullable;

/**
 * What a user shows of the things that the user has collected.
 *
 * @param nameplate the picture behind the name; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/user#collectibles-collectible-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record Collectibles(@Nullable Nameplate nameplate) {

}
