package io.github.discordgateway.model.component;

import java.util.Map;

import io.github.discordgateway.model.UnionDeserializer;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;

/**
 * Tells the kind of a {@link Component} by its {@code type}.
 */
final class ComponentDeserializer extends UnionDeserializer<Component> {

	private static final Map<String, Class<? extends Component>> KINDS = Map.ofEntries(Map.entry("1", ActionRow.class),
			Map.entry("2", Button.class), Map.entry("3", StringSelect.class), Map.entry("4", TextInput.class),
			Map.entry("5", UserSelect.class), Map.entry("6", RoleSelect.class), Map.entry("7", MentionableSelect.class),
			Map.entry("8", ChannelSelect.class), Map.entry("9", Section.class), Map.entry("10", TextDisplay.class),
			Map.entry("11", Thumbnail.class), Map.entry("12", MediaGallery.class), Map.entry("13", FileComponent.class),
			Map.entry("14", Separator.class), Map.entry("17", Container.class), Map.entry("18", Label.class),
			Map.entry("19", FileUpload.class), Map.entry("21", RadioGroup.class), Map.entry("22", CheckboxGroup.class),
			Map.entry("23", Checkbox.class));

	ComponentDeserializer() {
		super("type");
	}

	@Override
	protected Component read(String kind, JsonParser parser, DeserializationContext context) {
		Class<? extends Component> variant = KINDS.get(kind);
		return (variant != null) ? bind(variant, parser, context) : new UnknownComponent(context.readTree(parser));
	}

}
