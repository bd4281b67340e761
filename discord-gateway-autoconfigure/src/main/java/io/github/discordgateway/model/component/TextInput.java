package io.github.discordgateway.model.component;

import io.github.discordgateway.model.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A field for text in a modal.
 *
 * @param type the kind of component
 * @param id number of the component in its message; {@code null} when absent
 * @param customId the developer's own id of the field
 * @param style whether it has one line or many
 * @param minLength the least number of characters; {@code null} when absent
 * @param maxLength the greatest number of characters; {@code null} when absent
 * @param required whether it must be filled in, by default yes; {@code null} when absent
 * @param value the text that is filled in beforehand; {@code null} when absent
 * @param placeholder the hint that is shown while it is empty; {@code null} when absent
 * @param label the label above it, deprecated: see {@link Label}; {@code null} when
 * absent
 * @see <a href=
 * "https://discord.com/developers/docs/components/reference#text-input-text-input-structure">Discord's
 * documentation</a>
 */
@Kind("4")
public record TextInput(ComponentType type, @Nullable Integer id, String customId, TextInputStyle style,
		@Nullable Integer minLength, @Nullable Integer maxLength, @Nullable Boolean required, @Nullable String value,
		@Nullable String placeholder, @Nullable String label) implements MessageComponent {

	/**
	 * A field of one line that must be filled in.
	 * @param customId the developer's own id, 1 to 100 characters
	 * @return the field
	 */
	public static TextInput line(String customId) {
		return new TextInput(ComponentType.TEXT_INPUT, null, customId, TextInputStyle.SHORT, null, null, null, null,
				null, null);
	}

	/**
	 * A field of several lines that must be filled in.
	 * @param customId the developer's own id, 1 to 100 characters
	 * @return the field
	 */
	public static TextInput paragraph(String customId) {
		return new TextInput(ComponentType.TEXT_INPUT, null, customId, TextInputStyle.PARAGRAPH, null, null, null, null,
				null, null);
	}

	/**
	 * The same field, which may be left empty.
	 * @return a changed copy
	 */
	public TextInput optional() {
		return new TextInput(this.type, this.id, this.customId, this.style, this.minLength, this.maxLength, false,
				this.value, this.placeholder, this.label);
	}

	/**
	 * The same field with other limits.
	 * @param min the least number of characters, 0 to 4000
	 * @param max the greatest number of characters, 1 to 4000
	 * @return a changed copy
	 */
	public TextInput withLength(int min, int max) {
		return new TextInput(this.type, this.id, this.customId, this.style, min, max, this.required, this.value,
				this.placeholder, this.label);
	}

}
