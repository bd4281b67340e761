package io.github.discordgateway.model.integration;

import java.time.Instant;
import java.util.List;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.application.OAuth2Scope;
import io.github.discordgateway.model.user.User;
import org.jspecify.annotations.Nullable;

/**
 * A connection of a guild with an application or a service such as Twitch.
 *
 * @param id id of the integration
 * @param name its name
 * @param type the service
 * @param enabled whether it is active
 * @param syncing whether its data are being fetched now; {@code false} when absent
 * @param roleId id of the role that subscribers get; {@code null} when absent
 * @param enableEmoticons whether emoticons are synchronized, only for Twitch;
 * {@code false} when absent
 * @param expireBehavior what happens to members whose subscription ends; {@code null}
 * when absent
 * @param expireGracePeriod days of grace before that; {@code null} when absent
 * @param user the user who added it, left out on the gateway; {@code null} when absent
 * @param account the account of the service
 * @param syncedAt when its data were last fetched; {@code null} when absent
 * @param subscriberCount how many subscribers there are; {@code null} when absent
 * @param revoked whether it has been revoked; {@code false} when absent
 * @param application the bot's application; {@code null} when absent
 * @param scopes the scopes that the application has been authorized for; empty when
 * absent
 * @param guildId id of the guild
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild#integration-object-integration-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record Integration(Snowflake id, String name, IntegrationType type, boolean enabled, boolean syncing,
		@Nullable Snowflake roleId, boolean enableEmoticons, @Nullable IntegrationExpireBehavior expireBehavior,
		@Nullable Integer expireGracePeriod, @Nullable User user, IntegrationAccount account,
		@Nullable Instant syncedAt, @Nullable Integer subscriberCount, boolean revoked,
		@Nullable IntegrationApplication application, List<OAuth2Scope> scopes, Snowflake guildId) {

	public Integration {
		scopes = RecordValues.listOrEmpty(scopes);
	}

}
