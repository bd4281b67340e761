package io.github.discordgateway.model.component;

import java.util.List;

import io.github.discordgateway.model.Kind;
import io.github.discordgateway.model.RecordValues;
import org.jspecify.annotations.Nullable;

/**
 * Choices in a modal of which several can be taken.
 *
 * @param type the kind of component
 * @param id number of the component in its message; {@code null} when absent
 * @param customId the developer's own id of the group
 * @param options the choices
 * @param minValues the least number of choices, by default 1; {@code null} when absent
 * @param maxValues the greatest number of choices, by default all; {@code null} when
 * absent
 * @param required whether something must be chosen, by default yes; {@code null} when
 * absent
 * @see <a href=
 * "https://discord.com/developers/docs/components/reference#checkbox-group-structure">Discord's
 * documentation</a>
 */
@Kind("22")
public record CheckboxGroup(ComponentType type, @Nullable Integer id, String customId, List<GroupOption> options,
		@Nullable Integer minValues, @Nullable Integer maxValues,
		@Nullable Boolean required) implements MessageComponent {

	public CheckboxGroup {
		options = RecordValues.listOrEmpty(options);
	}

	/**
	 * A field of a modal of which several choices are taken.
	 * @param customId the developer's own id, 1 to 100 characters
	 * @param options the choices, 1 to 10
	 * @return the group
	 */
	public static CheckboxGroup of(String customId, GroupOption... options) {
		return new CheckboxGroup(ComponentType.CHECKBOX_GROUP, null, customId, List.of(options), null, null, null);
	}

}
