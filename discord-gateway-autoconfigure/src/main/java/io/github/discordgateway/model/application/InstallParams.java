package io.github.discordgateway.model.application;

import java.util.List;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.guild.Permissions;

/**
 * What an application asks for when it is installed.
 *
 * @param scopes the OAuth2 scopes that are asked for
 * @param permissions the permissions that the bot asks for
 * @see <a href=
 * "https://discord.com/developers/docs/resources/application#install-params-object-install-params-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record InstallParams(List<OAuth2Scope> scopes, Permissions permissions) {

	public InstallParams {
		scopes = RecordValues.listOrEmpty(scopes);
	}

}
