package io.github.discordgateway.model.guild;

import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * A role of a guild.
 *
 * @param id role id
 * @param name name
 * @param color old single colour, deprecated
 * @param colors colours
 * @param hoist listed separately
 * @param icon icon hash; {@code null} when absent
 * @param unicodeEmoji emoji icon; {@code null} when absent
 * @param position rank
 * @param permissions granted bits
 * @param managed owned by an integration
 * @param mentionable may be pinged
 * @param tags origin tags; {@code null} when absent
 * @param flags bit set
 * @see <a href=
 * "https://discord.com/developers/docs/topics/permissions#role-object-role-structure">Discord's
 * documentation</a>
 */
public record Role(Snowflake id, String name, int color, RoleColors colors, boolean hoist, @Nullable String icon,
		@Nullable String unicodeEmoji, int position, Permissions permissions, boolean managed, boolean mentionable,
		@Nullable RoleTags tags, RoleFlags flags) {

}
