package io.github.discordgateway.test.app;

import io.github.discordgateway.event.InteractionCreate;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.listener.GatewayListener;
import io.github.discordgateway.model.interaction.Interaction;
import io.github.discordgateway.rest.CreateMessage;
import io.github.discordgateway.rest.InteractionMessage;
import io.github.discordgateway.rest.InteractionOperations;
import io.github.discordgateway.rest.InteractionResponse;
import io.github.discordgateway.rest.MessageOperations;
import reactor.core.publisher.Mono;

/**
 * Answers messages and commands by requests.
 *
 * @param messages the requests for messages
 * @param interactions the requests for interactions
 */
record Answers(MessageOperations messages, InteractionOperations interactions) {

	@GatewayListener
	Mono<?> onMessage(MessageCreate event) {
		return event.message().content().equals("!ping")
				? this.messages.create(event.message().channelId(), CreateMessage.of("pong")) : Mono.empty();
	}

	@GatewayListener
	Mono<?> onInteraction(InteractionCreate event) {
		Interaction interaction = event.interaction();
		return this.interactions.respond(interaction.id(), interaction.token(),
				InteractionResponse.message(InteractionMessage.builder().content("pong").ephemeral().build()));
	}

}
