package io.github.discordgateway.model.application;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.discordgateway.model.IntValue;

/**
 * Application integration type.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/application#application-object-application-integration-types">Discord's
 * documentation</a>
 */
public record ApplicationIntegrationType(int value) implements IntValue {

	/** Guild install. */
	public static final ApplicationIntegrationType GUILD_INSTALL = new ApplicationIntegrationType(0);

	/** User install. */
	public static final ApplicationIntegrationType USER_INSTALL = new ApplicationIntegrationType(1);

	/**
	 * Reads the key of a map.
	 * @param key the number as text
	 * @return the type of installation
	 * @throws NumberFormatException when the key is not a number
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public static ApplicationIntegrationType of(String key) {
		return new ApplicationIntegrationType(Integer.parseInt(key));
	}

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
