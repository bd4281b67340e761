package io.github.discordgateway.model.integration;

import io.github.discordgateway.model.IntValue;

/**
 * What happens to members whose subscription ends.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild#integration-object-integration-expire-behaviors">Discord's
 * documentation</a>
 */
public record IntegrationExpireBehavior(int value) implements IntValue {

	/** They lose the role of the subscribers. */
	public static final IntegrationExpireBehavior REMOVE_ROLE = new IntegrationExpireBehavior(0);

	/** They are kicked from the guild. */
	public static final IntegrationExpireBehavior KICK = new IntegrationExpireBehavior(1);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
