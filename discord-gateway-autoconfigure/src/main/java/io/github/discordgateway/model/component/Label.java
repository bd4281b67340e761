package io.github.discordgateway.model.component;

import io.github.discordgateway.model.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A label with the field of a modal that it is for.
 *
 * @param type the kind of component
 * @param id number of the component in its message; {@code null} when absent
 * @param label the text of the label, at most 45 characters
 * @param description a further text; {@code null} when absent
 * @param component the field
 * @see <a href=
 * "https://discord.com/developers/docs/components/reference#label-label-structure">Discord's
 * documentation</a>
 */
@Kind("18")
public record Label(ComponentType type, @Nullable Integer id, String label, @Nullable String description,
		MessageComponent component) implements MessageComponent {

	/**
	 * A label for a field of a modal.
	 * @param label the text, at most 45 characters
	 * @param component the field
	 * @return the label with its field
	 */
	public static Label of(String label, MessageComponent component) {
		return new Label(ComponentType.LABEL, null, label, null, component);
	}

}
