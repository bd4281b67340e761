package io.github.discordgateway.model.integration;

import io.github.discordgateway.model.TextValue;

/**
 * The service behind an integration.
 *
 * @param value the text on the wire, known or not
 */
public record IntegrationType(String value) implements TextValue {

	/** Twitch. */
	public static final IntegrationType TWITCH = new IntegrationType("twitch");

	/** Youtube. */
	public static final IntegrationType YOUTUBE = new IntegrationType("youtube");

	/** Discord. */
	public static final IntegrationType DISCORD = new IntegrationType("discord");

	/** Guild subscription. */
	public static final IntegrationType GUILD_SUBSCRIPTION = new IntegrationType("guild_subscription");

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
