package io.github.discordgateway.event;

import io.github.discordgateway.model.UnionDeserializer;
import io.github.discordgateway.model.interaction.Interaction;
import io.github.discordgateway.model.interaction.InteractionType;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;

/**
 * Finds out the kind of an interaction before its data are read, which need it and may
 * stand before it.
 */
final class InteractionCreateDeserializer extends UnionDeserializer<InteractionCreate> {

	InteractionCreateDeserializer() {
		super("type");
	}

	@Override
	protected InteractionCreate read(String kind, JsonParser parser, DeserializationContext context) {
		context.setAttribute(InteractionType.class, kind);
		return new InteractionCreate(bind(Interaction.class, parser, context));
	}

}
