package io.github.discordgateway.model.interaction;

import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * What a user has used: a command, a component or a modal. Which of them it is stands in
 * the {@code type} of the {@link Interaction}; what is not known is kept as it was sent.
 *
 * @see <a href=
 * "https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-data">Discord's
 * documentation</a>
 */
@JsonDeserialize(using = InteractionDataDeserializer.class)
public sealed interface InteractionData permits ApplicationCommandInteractionData, MessageComponentInteractionData,
		ModalSubmitInteractionData, UnknownInteractionData {

}
