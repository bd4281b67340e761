package io.github.discordgateway.model.component;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.model.expression.Emoji;
import org.jspecify.annotations.Nullable;

/**
 * A choice of a menu.
 *
 * @param label the text that is shown
 * @param value the developer's value of it
 * @param description a further text that is shown; {@code null} when absent
 * @param emoji the emoji that is shown; {@code null} when absent
 * @param isDefault whether it is chosen beforehand; {@code false} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/components/reference#string-select-select-option-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record SelectOption(String label, String value, @Nullable String description, @Nullable Emoji emoji,
		@JsonProperty("default") boolean isDefault) {

	/**
	 * A choice without description and emoji.
	 * @param label the text that is shown, at most 100 characters
	 * @param value the developer's value of it, at most 100 characters
	 * @return the choice
	 */
	public static SelectOption of(String label, String value) {
		return new SelectOption(label, value, null, null, false);
	}

}
