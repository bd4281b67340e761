package io.github.discordgateway.model.message;

import io.github.discordgateway.model.IntValue;

/**
 * Base theme type.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#base-theme-types">Discord's
 * documentation</a>
 */
public record BaseThemeType(int value) implements IntValue {

	/** Unset. */
	public static final BaseThemeType UNSET = new BaseThemeType(0);

	/** Dark. */
	public static final BaseThemeType DARK = new BaseThemeType(1);

	/** Light. */
	public static final BaseThemeType LIGHT = new BaseThemeType(2);

	/** Darker. */
	public static final BaseThemeType DARKER = new BaseThemeType(3);

	/** Midnight. */
	public static final BaseThemeType MIDNIGHT = new BaseThemeType(4);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
