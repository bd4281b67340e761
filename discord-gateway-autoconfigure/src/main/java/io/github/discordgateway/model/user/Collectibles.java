package io.github.discordgateway.model.user;

import org.jspecify.annotations.Nullable;

/**
 * Owned collectibles in use.
 *
 * @param nameplate nameplate; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/user#collectibles-collectible-structure">Discord's
 * documentation</a>
 */
public record Collectibles(@Nullable Nameplate nameplate) {

}
