package io.github.discordgateway.rest;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * Where a role is in the order.
 *
 * @param id id of the role
 * @param position from 1, higher ones above lower ones; {@code null} to leave it
 */
@DiscordJson
public record RolePosition(Snowflake id, @Nullable Integer position) {

}
