package io.github.discordgateway.model.component;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.discordgateway.model.Kind;
import org.jspecify.annotations.Nullable;

/**
 * One box to tick in a modal.
 *
 * @param type the kind of component
 * @param id number of the component in its message; {@code null} when absent
 * @param customId the developer's own id of the box
 * @param isDefault whether it is ticked beforehand; {@code false} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/components/reference#checkbox-structure">Discord's
 * documentation</a>
 */
@Kind("23")
public record Checkbox(ComponentType type, @Nullable Integer id, String customId,
		@JsonProperty("default") boolean isDefault) implements MessageComponent {

	/**
	 * A field of a modal that is checked or not.
	 * @param customId the developer's own id, 1 to 100 characters
	 * @return the box
	 */
	public static Checkbox of(String customId) {
		return new Checkbox(ComponentType.CHECKBOX, null, customId, false);
	}

}
