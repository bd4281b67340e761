package io.github.discordgateway.model.integration;

import io.github.discordgateway.DiscordJson;

/**
 * An account of the service behind an integration.
 *
 * @param id id of the account, which need not be a snowflake
 * @param name its name
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild#integration-account-object-integration-account-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record IntegrationAccount(String id, String name) {

}
