package io.github.discordgateway.model.component;

import java.util.List;

import io.github.discordgateway.model.Kind;
import io.github.discordgateway.model.RecordValues;
import org.jspecify.annotations.Nullable;

/**
 * Choices in a modal of which one can be taken.
 *
 * @param type the kind of component
 * @param id number of the component in its message; {@code null} when absent
 * @param customId the developer's own id of the group
 * @param options the choices
 * @param required whether one must be taken, by default yes; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/components/reference#radio-group-structure">Discord's
 * documentation</a>
 */
@Kind("21")
public record RadioGroup(ComponentType type, @Nullable Integer id, String customId, List<GroupOption> options,
		@Nullable Boolean required) implements MessageComponent {

	public RadioGroup {
		options = RecordValues.listOrEmpty(options);
	}

	/**
	 * A field of a modal of which one choice is taken.
	 * @param customId the developer's own id, 1 to 100 characters
	 * @param options the choices, 2 to 10
	 * @return the group
	 */
	public static RadioGroup of(String customId, GroupOption... options) {
		return new RadioGroup(ComponentType.RADIO_GROUP, null, customId, List.of(options), null);
	}

}
