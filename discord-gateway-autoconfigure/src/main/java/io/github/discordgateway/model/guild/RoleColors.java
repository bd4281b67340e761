package io.github.discordgateway.model.guild;

import org.jspecify.annotations.Nullable;

/**
 * Role colours.
 *
 * @param primaryColor main colour
 * @param secondaryColor gradient end; {@code null} when there is none
 * @param tertiaryColor third holographic colour; {@code null} when there is none
 * @see <a href=
 * "https://discord.com/developers/docs/topics/permissions#role-object-role-colors-object">Discord's
 * documentation</a>
 */
public record RoleColors(int primaryColor, @Nullable Integer secondaryColor, @Nullable Integer tertiaryColor) {

}
