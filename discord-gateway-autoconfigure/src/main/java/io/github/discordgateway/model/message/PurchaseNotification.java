package io.github.discordgateway.model.message;

import org.jspecify.annotations.Nullable;

/**
 * A purchase that a message tells of.
 *
 * @param type what was bought
 * @param guildProductPurchase the product of the guild; {@code null} when absent
 */
public record PurchaseNotification(PurchaseType type, @Nullable GuildProductPurchase guildProductPurchase) {

}
