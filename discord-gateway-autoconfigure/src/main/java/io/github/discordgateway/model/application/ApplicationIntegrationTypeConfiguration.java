package io.github.discordgateway.model.application;

import io.github.discordgateway.DiscordJson;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one way to install an application.
 *
 * @param oauth2InstallParams settings of the link to install it; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/application#application-object-application-integration-type-configuration-object">Discord's
 * documentation</a>
 */
@DiscordJson
public record ApplicationIntegrationTypeConfiguration(@Nullable InstallParams oauth2InstallParams) {

}
