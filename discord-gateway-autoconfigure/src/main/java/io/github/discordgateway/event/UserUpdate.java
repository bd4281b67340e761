package io.github.discordgateway.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.model.user.User;

/**
 * The bot's own account has changed.
 *
 * @param user the account as it is now
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#user-update">Discord's
 * documentation</a>
 */
public record UserUpdate(@JsonValue User user) implements GatewayEvent {

}
