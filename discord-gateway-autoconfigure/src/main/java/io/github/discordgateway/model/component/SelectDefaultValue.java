package io.github.discordgateway.model.component;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;

/**
 * A user, role or channel that is chosen beforehand.
 *
 * @param id id of the user, role or channel
 * @param type which of these it is
 * @see <a href=
 * "https://discord.com/developers/docs/components/reference#user-select-select-default-value-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record SelectDefaultValue(Snowflake id, SelectDefaultValueType type) {

}
