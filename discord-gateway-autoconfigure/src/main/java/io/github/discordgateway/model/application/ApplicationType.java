package io.github.discordgateway.model.application;

import io.github.discordgateway.model.IntValue;

/**
 * What an application is for, when Discord has made it for a purpose.
 *
 * @param value the number on the wire, known or not
 */
public record ApplicationType(int value) implements IntValue {

	/** It sells the subscriptions to roles of a guild. */
	public static final ApplicationType GUILD_ROLE_SUBSCRIPTIONS = new ApplicationType(4);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
