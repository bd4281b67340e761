package io.github.discordgateway.model.user;

import java.util.List;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.model.RecordValues;

/**
 * How the name of a user is drawn. Discord sends it without describing it: fonts and
 * effects that it adds are kept as numbers.
 *
 * @param fontId the font
 * @param effectId the effect
 * @param colors the colours of the effect, 0xRRGGBB
 */
@DiscordJson
public record DisplayNameStyles(DisplayNameFont fontId, DisplayNameEffect effectId, List<Integer> colors) {

	public DisplayNameStyles {
		colors = RecordValues.listOrEmpty(colors);
	}

}
