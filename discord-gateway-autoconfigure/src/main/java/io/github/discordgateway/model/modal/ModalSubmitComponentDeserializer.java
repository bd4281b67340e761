package io.github.discordgateway.model.modal;

import java.util.Map;

import io.github.discordgateway.model.UnionDeserializer;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;

/**
 * Tells the kind of a {@link ModalSubmitComponent} by its {@code type}.
 */
final class ModalSubmitComponentDeserializer extends UnionDeserializer<ModalSubmitComponent> {

	private static final Map<String, Class<? extends ModalSubmitComponent>> KINDS = Map.ofEntries(
			Map.entry("1", ActionRowSubmit.class), Map.entry("3", StringSelectSubmit.class),
			Map.entry("4", TextInputSubmit.class), Map.entry("5", EntitySelectSubmit.class),
			Map.entry("6", EntitySelectSubmit.class), Map.entry("7", EntitySelectSubmit.class),
			Map.entry("8", EntitySelectSubmit.class), Map.entry("10", TextDisplaySubmit.class),
			Map.entry("18", LabelSubmit.class), Map.entry("19", FileUploadSubmit.class),
			Map.entry("21", RadioGroupSubmit.class), Map.entry("22", CheckboxGroupSubmit.class),
			Map.entry("23", CheckboxSubmit.class));

	ModalSubmitComponentDeserializer() {
		super("type");
	}

	@Override
	protected ModalSubmitComponent read(String kind, JsonParser parser, DeserializationContext context) {
		Class<? extends ModalSubmitComponent> variant = KINDS.get(kind);
		return (variant != null) ? bind(variant, parser, context)
				: new UnknownModalSubmitComponent(context.readTree(parser));
	}

}
