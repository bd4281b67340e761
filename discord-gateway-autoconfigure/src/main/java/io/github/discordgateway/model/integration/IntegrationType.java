package io.github.discordgateway.model.integration;

import io.github.discordgateway.model.TextValue;

/**
 * The service behind an integration.
 *
 * @param value the text on the wire, known or not
 */
public record IntegrationType(String value) implements TextValue {

	/** Subscribers of a Twitch channel. */
	public static final IntegrationType TWITCH = new IntegrationType("twitch");

	/** Members of a YouTube channel. */
	public static final IntegrationType YOUTUBE = new IntegrationType("youtube");

	/** An application of Discord, mostly a bot. */
	public static final IntegrationType DISCORD = new IntegrationType("discord");

	/** Subscriptions to roles of the guild. */
	public static final IntegrationType GUILD_SUBSCRIPTION = new IntegrationType("guild_subscription");

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
