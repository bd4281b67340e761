package io.github.discordgateway.model.message;

import java.util.List;

import io.github.discordgateway.model.OrEmpty;
import org.jspecify.annotations.Nullable;

/**
 * Shared theme.
 *
 * @param colors hex colours, up to five
 * @param gradientAngle direction of the gradient in degrees, 0 to 360
 * @param baseMix how strong it is, 0 to 100
 * @param baseTheme mode; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#shared-client-theme-object-shared-client-theme-object-structure">Discord's
 * documentation</a>
 */
public record SharedClientTheme(List<String> colors, int gradientAngle, int baseMix,
		@Nullable BaseThemeType baseTheme) {

	public SharedClientTheme {
		colors = OrEmpty.list(colors);
	}

}
