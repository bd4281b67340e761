package io.github.discordgateway.model.application;

import java.util.List;
import java.util.Map;

import io.github.discordgateway.model.OrEmpty;
import io.github.discordgateway.model.guild.PartialGuild;
import io.github.discordgateway.model.user.User;
import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * An application, of which only the id is sure.
 *
 * @param id app id
 * @param name name; {@code null} when absent
 * @param icon icon hash; {@code null} when absent
 * @param description text; {@code null} when absent
 * @param rpcOrigins RPC origins; empty when absent
 * @param botPublic anyone may add it; {@code null} when absent
 * @param botRequireCodeGrant needs full OAuth2 grant; {@code null} when absent
 * @param bot bot account, partial; {@code null} when absent
 * @param termsOfServiceUrl terms link; {@code null} when absent
 * @param privacyPolicyUrl privacy link; {@code null} when absent
 * @param owner owner, partial; {@code null} when absent
 * @param verifyKey hex public key; {@code null} when absent
 * @param team owning team; {@code null} when absent
 * @param guildId id of the linked guild; {@code null} when absent
 * @param guild linked guild; {@code null} when absent
 * @param primarySkuId id of the game SKU; {@code null} when absent
 * @param slug store slug; {@code null} when absent
 * @param coverImage cover hash; {@code null} when absent
 * @param flags old public flags; {@code null} when absent
 * @param flagsNew public flags as text; {@code null} when absent
 * @param approximateGuildCount guilds; {@code null} when absent
 * @param approximateUserInstallCount user installs; {@code null} when absent
 * @param approximateUserAuthorizationCount authorisations; {@code null} when absent
 * @param redirectUris redirect uris; empty when absent
 * @param interactionsEndpointUrl HTTP interactions url; {@code null} when absent
 * @param roleConnectionsVerificationUrl linked roles url; {@code null} when absent
 * @param eventWebhooksUrl webhook events url; {@code null} when absent
 * @param eventWebhooksStatus webhook events state; {@code null} when absent
 * @param eventWebhooksTypes subscribed webhook events; empty when absent
 * @param tags up to five tags; empty when absent
 * @param installParams default install link; {@code null} when absent
 * @param integrationTypesConfig per install context; empty when absent
 * @param customInstallUrl custom install link; {@code null} when absent
 * @param summary deprecated, empty; {@code null} when absent
 */
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
		@Nullable String customInstallUrl, @Nullable String summary) {

	public Application {
		rpcOrigins = OrEmpty.list(rpcOrigins);
		redirectUris = OrEmpty.list(redirectUris);
		eventWebhooksTypes = OrEmpty.list(eventWebhooksTypes);
		tags = OrEmpty.list(tags);
		integrationTypesConfig = OrEmpty.map(integrationTypesConfig);
	}

}
