package io.github.discordgateway.model.guild;

import io.github.discordgateway.DiscordJson;
import org.jspecify.annotations.Nullable;

/**
 * The colours of a role.
 *
 * @param primaryColor the first colour, 0xRRGGBB
 * @param secondaryColor the second colour of a gradient, 0xRRGGBB; {@code null} when
 * there is none
 * @param tertiaryColor the third colour of a holographic style, 0xRRGGBB; {@code null}
 * when there is none
 * @see <a href=
 * "https://discord.com/developers/docs/topics/permissions#role-object-role-colors-object">Discord's
 * documentation</a>
 */
@DiscordJson
public record RoleColors(int primaryColor, @Nullable Integer secondaryColor, @Nullable Integer tertiaryColor) {

}
