package io.github.discordgateway.model.interaction;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.model.Union;

/**
 * What a user has used: a command, a component or a modal. Which of them it is stands in
 * the {@code type} of the {@link Interaction}; what is not known is kept as it was sent.
 *
 * @see <a href=
 * "https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-data">Discord's
 * documentation</a>
 */
@DiscordJson
@Union(discriminator = "type", enclosing = true)
public sealed interface InteractionData permits ApplicationCommandInteractionData, MessageComponentInteractionData,
		ModalSubmitInteractionData, UnknownInteractionData {

}
