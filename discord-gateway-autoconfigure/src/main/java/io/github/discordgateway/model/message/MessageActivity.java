package io.github.discordgateway.model.message;

import org.jspecify.annotations.Nullable;

/**
 * Rich presence invite.
 *
 * @param type which kind it is
 * @param partyId party; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#message-object-message-activity-structure">Discord's
 * documentation</a>
 */
public record MessageActivity(MessageActivityType type, @Nullable String partyId) {

}
