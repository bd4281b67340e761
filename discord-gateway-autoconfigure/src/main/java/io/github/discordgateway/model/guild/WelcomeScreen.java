package io.github.discordgateway.model.guild;

import java.util.List;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.model.RecordValues;
import org.jspecify.annotations.Nullable;

/**
 * What a guild shows to new members.
 *
 * @param description what the guild says of itself; {@code null} when there is none
 * @param welcomeChannels the channels that are shown, at most five
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild#welcome-screen-object-welcome-screen-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record WelcomeScreen(@Nullable String description, List<WelcomeScreenChannel> welcomeChannels) {

	public WelcomeScreen {
		welcomeChannels = RecordValues.listOrEmpty(welcomeChannels);
	}

}
