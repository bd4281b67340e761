package io.github.discordgateway.model.guild;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * A role of a guild.
 *
 * @param id id of the role
 * @param name its name
 * @param color the one colour of older clients, 0xRRGGBB, deprecated
 * @param colors the colours
 * @param hoist whether members are listed by it
 * @param icon hash of the icon; {@code null} when absent
 * @param unicodeEmoji the Unicode emoji that is its icon; {@code null} when absent
 * @param position its rank: a higher one is above
 * @param permissions the permissions that are granted
 * @param managed whether an integration manages it
 * @param mentionable whether anyone may mention it
 * @param tags where the role comes from; {@code null} when absent
 * @param flags the flags that are set
 * @see <a href=
 * "https://discord.com/developers/docs/topics/permissions#role-object-role-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record Role(Snowflake id, String name, int color, RoleColors colors, boolean hoist, @Nullable String icon,
		@Nullable String unicodeEmoji, int position, Permissions permissions, boolean managed, boolean mentionable,
		@Nullable RoleTags tags, RoleFlags flags) {

}
