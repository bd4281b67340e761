package io.github.discordgateway.model.message;

import java.util.Map;

import io.github.discordgateway.model.UnionDeserializer;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;

/**
 * Tells the kind of a {@link MessageInteractionMetadata} by its {@code type}.
 */
final class MessageInteractionMetadataDeserializer extends UnionDeserializer<MessageInteractionMetadata> {

	private static final Map<String, Class<? extends MessageInteractionMetadata>> KINDS = Map.ofEntries(
			Map.entry("2", ApplicationCommandInteractionMetadata.class),
			Map.entry("3", MessageComponentInteractionMetadata.class),
			Map.entry("5", ModalSubmitInteractionMetadata.class));

	MessageInteractionMetadataDeserializer() {
		super("type");
	}

	@Override
	protected MessageInteractionMetadata read(String kind, JsonParser parser, DeserializationContext context) {
		Class<? extends MessageInteractionMetadata> variant = KINDS.get(kind);
		return (variant != null) ? bind(variant, parser, context)
				: new UnknownMessageInteractionMetadata(context.readTree(parser));
	}

}
