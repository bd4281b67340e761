package io.github.discordgateway.model.application;

import java.util.List;
import java.util.Map;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.guild.PartialGuild;
import io.github.discordgateway.model.user.User;
import org.jspecify.annotations.Nullable;

/**
 * An application, of which only the id is sure.
 *
 * @param id id of the application
 * @param name its name; {@code null} when absent
 * @param icon hash of the icon; {@code null} when absent
 * @param description the text; {@code null} when absent
 * @param rpcOrigins origins that may use RPC; empty when absent
 * @param botPublic whether anyone may add the bot to a guild; {@code null} when absent
 * @param botRequireCodeGrant whether the bot is only added after the whole OAuth2 code
 * grant; {@code null} when absent
 * @param bot the bot's account, with only a part of its fields; {@code null} when absent
 * @param termsOfServiceUrl address of the terms of service; {@code null} when absent
 * @param privacyPolicyUrl address of the privacy policy; {@code null} when absent
 * @param owner the owner, with only a part of the fields; {@code null} when absent
 * @param verifyKey public key to verify interactions over HTTP, in hexadecimal;
 * {@code null} when absent
 * @param team the team that owns the application; {@code null} when absent
 * @param guildId id of the linked guild; {@code null} when absent
 * @param guild the guild that belongs to the application; {@code null} when absent
 * @param primarySkuId id of the game SKU; {@code null} when absent
 * @param slug end of the address in the store; {@code null} when absent
 * @param coverImage hash of the cover image; {@code null} when absent
 * @param flags the public flags that fit into 32 bits; {@code null} when absent
 * @param flagsNew public flags as text; {@code null} when absent
 * @param approximateGuildCount about how many guilds have it; {@code null} when absent
 * @param approximateUserInstallCount about how many users have installed it; {@code null}
 * when absent
 * @param approximateUserAuthorizationCount about how many users have authorized it;
 * {@code null} when absent
 * @param redirectUris addresses that OAuth2 may redirect to; empty when absent
 * @param interactionsEndpointUrl address that receives interactions over HTTP;
 * {@code null} when absent
 * @param roleConnectionsVerificationUrl address that verifies linked roles; {@code null}
 * when absent
 * @param eventWebhooksUrl address that receives events over HTTP; {@code null} when
 * absent
 * @param eventWebhooksStatus whether events are sent over HTTP; {@code null} when absent
 * @param eventWebhooksTypes names of the events that are sent over HTTP; empty when
 * absent
 * @param tags up to five tags; empty when absent
 * @param installParams settings of the default link to install it; {@code null} when
 * absent
 * @param integrationTypesConfig settings for each way to install it; empty when absent
 * @param customInstallUrl the developer's own link to install it; {@code null} when
 * absent
 * @param summary always empty, deprecated; {@code null} when absent
 * @param type what it is for, when Discord has made it; {@code null} when absent
 * @param maxParticipants how many users may take part in its activity, -1 for any number;
 * {@code null} when absent
 */
@DiscordJson
public record Application(Snowflake id, @Nullable String name, @Nullable String icon, @Nullable String description,
		List<String> rpcOrigins, @Nullable Boolean botPublic, @Nullable Boolean botRequireCodeGrant, @Nullable User bot,
		@Nullable String termsOfServiceUrl, @Nullable String privacyPolicyUrl, @Nullable User owner,
		@Nullable String verifyKey, @Nullable Team team, @Nullable Snowflake guildId, @Nullable PartialGuild guild,
		@Nullable Snowflake primarySkuId, @Nullable String slug, @Nullable String coverImage,
		@Nullable ApplicationFlags flags, @Nullable String flagsNew, @Nullable Integer approximateGuildCount,
		@Nullable Integer approximateUserInstallCount, @Nullable Integer approximateUserAuthorizationCount,
		List<String> redirectUris, @Nullable String interactionsEndpointUrl,
		@Nullable String roleConnectionsVerificationUrl, @Nullable String eventWebhooksUrl,
		@Nullable ApplicationEventWebhookStatus eventWebhooksStatus, List<String> eventWebhooksTypes, List<String> tags,
		@Nullable InstallParams installParams,
		Map<ApplicationIntegrationType, ApplicationIntegrationTypeConfiguration> integrationTypesConfig,
		@Nullable String customInstallUrl, @Nullable String summary, @Nullable ApplicationType type,
		@Nullable Integer maxParticipants) {

	public Application {
		rpcOrigins = RecordValues.listOrEmpty(rpcOrigins);
		redirectUris = RecordValues.listOrEmpty(redirectUris);
		eventWebhooksTypes = RecordValues.listOrEmpty(eventWebhooksTypes);
		tags = RecordValues.listOrEmpty(tags);
		integrationTypesConfig = RecordValues.mapOrEmpty(integrationTypesConfig);
	}

}
