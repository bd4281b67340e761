package io.github.discordgateway.model.message;

import io.github.discordgateway.DiscordJson;
import org.jspecify.annotations.Nullable;

/**
 * A purchase that a message tells of.
 *
 * @param type what was bought
 * @param guildProductPurchase the product of the guild; {@code null} when absent
 */
@DiscordJson
public record PurchaseNotification(PurchaseType type, @Nullable GuildProductPurchase guildProductPurchase) {

}
