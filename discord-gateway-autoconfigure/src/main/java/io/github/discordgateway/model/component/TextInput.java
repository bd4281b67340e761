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

}
