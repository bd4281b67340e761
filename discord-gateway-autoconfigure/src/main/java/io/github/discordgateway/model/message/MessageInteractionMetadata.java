package io.github.discordgateway.model.message;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.model.Union;
import io.github.discordgateway.model.interaction.InteractionType;

/**
 * The interaction that a message is the answer to. What kind it is stands in its
 * {@code type}; one that is not known is kept as it was sent.
 *
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#message-interaction-metadata-object">Discord's
 * documentation</a>
 */
@DiscordJson
@Union(discriminator = "type")
public sealed interface MessageInteractionMetadata permits ApplicationCommandInteractionMetadata,
		MessageComponentInteractionMetadata, ModalSubmitInteractionMetadata, UnknownMessageInteractionMetadata {

	/**
	 * The kind of interaction.
	 * @return the kind, known or not
	 */
	InteractionType type();

}
