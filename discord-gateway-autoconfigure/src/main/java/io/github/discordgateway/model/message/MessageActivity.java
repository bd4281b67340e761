package io.github.discordgateway.model.message;

import io.github.discordgateway.DiscordJson;
import org.jspecify.annotations.Nullable;

/**
 * An invitation to a party.
 *
 * @param type which kind it is
 * @param partyId id of the party; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#message-object-message-activity-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record MessageActivity(MessageActivityType type, @Nullable String partyId) {

}
