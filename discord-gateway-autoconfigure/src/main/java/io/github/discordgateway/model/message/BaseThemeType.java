package io.github.discordgateway.model.message;

import io.github.discordgateway.model.IntValue;

/**
 * The theme of the client that a shared theme builds on.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#base-theme-types">Discord's
 * documentation</a>
 */
public record BaseThemeType(int value) implements IntValue {

	/** No theme in particular. */
	public static final BaseThemeType UNSET = new BaseThemeType(0);

	/** The dark theme. */
	public static final BaseThemeType DARK = new BaseThemeType(1);

	/** The light theme. */
	public static final BaseThemeType LIGHT = new BaseThemeType(2);

	/** The darker theme. */
	public static final BaseThemeType DARKER = new BaseThemeType(3);

	/** The darkest theme. */
	public static final BaseThemeType MIDNIGHT = new BaseThemeType(4);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
