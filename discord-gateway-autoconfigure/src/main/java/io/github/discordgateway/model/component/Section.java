package io.github.discordgateway.model.component;

import java.util.Arrays;
import java.util.List;

import io.github.discordgateway.model.Kind;
import io.github.discordgateway.model.RecordValues;
import org.jspecify.annotations.Nullable;

/**
 * Texts with a picture or a button beside them.
 *
 * @param type the kind of component
 * @param id number of the component in its message; {@code null} when absent
 * @param components the texts, one to three
 * @param accessory the button or thumbnail beside them
 * @see <a href=
 * "https://discord.com/developers/docs/components/reference#section-section-structure">Discord's
 * documentation</a>
 */
@Kind("9")
public record Section(ComponentType type, @Nullable Integer id, List<MessageComponent> components,
		MessageComponent accessory) implements MessageComponent {

	public Section {
		components = RecordValues.listOrEmpty(components);
	}

	/**
	 * Texts with something beside them.
	 * @param accessory a button or a thumbnail
	 * @param texts 1 to 3 texts, in Markdown
	 * @return the section
	 */
	public static Section of(MessageComponent accessory, String... texts) {
		return new Section(ComponentType.SECTION, null,
				Arrays.stream(texts).<MessageComponent>map(TextDisplay::of).toList(), accessory);
	}

}
