package io.github.discordgateway.model.integration;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.application.ApplicationType;
import io.github.discordgateway.model.user.User;
import org.jspecify.annotations.Nullable;

/**
 * The application behind an integration.
 *
 * @param id id of the application
 * @param name its name
 * @param icon hash of its icon; {@code null} when there is none
 * @param description what it says of itself
 * @param bot its bot account; {@code null} when absent
 * @param type what it is for, when Discord has made it; {@code null} when absent
 * @param coverImage hash of the cover image; {@code null} when absent
 * @param primarySkuId id of the game SKU; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild#integration-application-object-integration-application-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record IntegrationApplication(Snowflake id, String name, @Nullable String icon, String description,
		@Nullable User bot, @Nullable ApplicationType type, @Nullable String coverImage,
		@Nullable Snowflake primarySkuId) {

}
