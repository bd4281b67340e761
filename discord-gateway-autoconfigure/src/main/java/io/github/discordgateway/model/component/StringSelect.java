package io.github.discordgateway.model.component;

import java.util.List;

import io.github.discordgateway.model.Kind;
import io.github.discordgateway.model.RecordValues;
import org.jspecify.annotations.Nullable;

/**
 * A menu to choose from fixed texts.
 *
 * @param type the kind of component
 * @param id number of the component in its message; {@code null} when absent
 * @param customId the developer's own id, which a use of the menu tells
 * @param options the choices, at most 25
 * @param placeholder the hint that is shown while nothing is chosen; {@code null} when
 * absent
 * @param minValues the least number of choices, by default 1; {@code null} when absent
 * @param maxValues the greatest number of choices, by default 1; {@code null} when absent
 * @param required whether something must be chosen; only in modals; otherwise
 * {@code null}
 * @param disabled whether it is greyed out, by default not; {@code false} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/components/reference#string-select-string-select-structure">Discord's
 * documentation</a>
 */
@Kind("3")
public record StringSelect(ComponentType type, @Nullable Integer id, String customId, List<SelectOption> options,
		@Nullable String placeholder, @Nullable Integer minValues, @Nullable Integer maxValues,
		@Nullable Boolean required, boolean disabled) implements MessageComponent {

	public StringSelect {
		options = RecordValues.listOrEmpty(options);
	}

	/**
	 * A menu of which one choice is taken.
	 * @param customId the developer's own id, 1 to 100 characters
	 * @param options the choices, 1 to 25
	 * @return the menu
	 */
	public static StringSelect of(String customId, SelectOption... options) {
		return new StringSelect(ComponentType.STRING_SELECT, null, customId, List.of(options), null, null, null, null,
				false);
	}

	/**
	 * The same menu, of which other numbers of choices are taken.
	 * @param min the least number, 0 to 25
	 * @param max the greatest number, 1 to 25
	 * @return a changed copy
	 */
	public StringSelect withValues(int min, int max) {
		return new StringSelect(this.type, this.id, this.customId, this.options, this.placeholder, min, max,
				this.required, this.disabled);
	}

	/**
	 * The same menu with a hint.
	 * @param placeholder shown while nothing is chosen, at most 150 characters
	 * @return a changed copy
	 */
	public StringSelect withPlaceholder(String placeholder) {
		return new StringSelect(this.type, this.id, this.customId, this.options, placeholder, this.minValues,
				this.maxValues, this.required, this.disabled);
	}

}
