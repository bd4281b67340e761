package io.github.discordgateway.model.component;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.discordgateway.model.Kind;
import io.github.discordgateway.model.RecordValues;
import org.jspecify.annotations.Nullable;

/**
 * A menu to choose from the users and roles of a guild.
 *
 * @param type the kind of component
 * @param id number of the component in its message; {@code null} when absent
 * @param customId the developer's own id, which a use of the menu tells
 * @param placeholder the hint that is shown while nothing is chosen; {@code null} when
 * absent
 * @param defaultValues what is chosen beforehand; empty when absent
 * @param minValues the least number of choices, by default 1; {@code null} when absent
 * @param maxValues the greatest number of choices, by default 1; {@code null} when absent
 * @param required whether something must be chosen; only in modals; otherwise
 * {@code null}
 * @param disabled whether it is greyed out, by default not; {@code false} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/components/reference#mentionable-select-mentionable-select-structure">Discord's
 * documentation</a>
 */
@Kind("7")
public record MentionableSelect(ComponentType type, @Nullable Integer id, String customId, @Nullable String placeholder,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<SelectDefaultValue> defaultValues, @Nullable Integer minValues,
		@Nullable Integer maxValues, @Nullable Boolean required, boolean disabled) implements MessageComponent {

	public MentionableSelect {
		defaultValues = RecordValues.listOrEmpty(defaultValues);
	}

	/**
	 * A menu of which one user or role is taken.
	 * @param customId the developer's own id, 1 to 100 characters
	 * @return the menu
	 */
	public static MentionableSelect of(String customId) {
		return new MentionableSelect(ComponentType.MENTIONABLE_SELECT, null, customId, null, List.of(), null, null,
				null, false);
	}

}
