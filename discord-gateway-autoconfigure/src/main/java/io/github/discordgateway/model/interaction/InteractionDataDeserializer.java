package io.github.discordgateway.model.interaction;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * Reads an {@link InteractionData}, whose kind stands beside it in the interaction: who
 * reads the interaction finds it out first and puts it into the context.
 */
final class InteractionDataDeserializer extends ValueDeserializer<InteractionData> {

	@Override
	public @Nullable InteractionData deserialize(JsonParser parser, DeserializationContext context) {
		if (parser.currentToken() != JsonToken.START_OBJECT) {
			parser.skipChildren();
			return null;
		}
		Class<? extends InteractionData> variant = variant(context.getAttribute(InteractionType.class));
		if (variant == null) {
			return new UnknownInteractionData(context.readTree(parser));
		}
		return (InteractionData) context.findRootValueDeserializer(context.constructType(variant))
			.deserialize(parser, context);
	}

	private static @Nullable Class<? extends InteractionData> variant(@Nullable Object kind) {
		return switch (String.valueOf(kind)) {
			case "2", "4" -> ApplicationCommandInteractionData.class;
			case "3" -> MessageComponentInteractionData.class;
			case "5" -> ModalSubmitInteractionData.class;
			default -> null;
		};
	}

}
