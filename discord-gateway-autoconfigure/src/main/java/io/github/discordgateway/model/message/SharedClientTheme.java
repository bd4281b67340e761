package io.github.discordgateway.model.message;

import java.util.List;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.model.RecordValues;
import org.jspecify.annotations.Nullable;

/**
 * A theme of the client that a message shares.
 *
 * @param colors colours of the gradient in hexadecimal, at most five
 * @param gradientAngle direction of the gradient in degrees, 0 to 360
 * @param baseMix how strong the colours are, 0 to 100
 * @param baseTheme the theme that it builds on; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#shared-client-theme-object-shared-client-theme-object-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record SharedClientTheme(List<String> colors, int gradientAngle, int baseMix,
		@Nullable BaseThemeType baseTheme) {

	public SharedClientTheme {
		colors = RecordValues.listOrEmpty(colors);
	}

}
