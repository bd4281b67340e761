package io.github.discordgateway.model.component;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.discordgateway.DiscordJson;
import org.jspecify.annotations.Nullable;

/**
 * A choice of a group of radio buttons or checkboxes.
 *
 * @param value the developer's value of it
 * @param label the text that is shown
 * @param description a further text that is shown; {@code null} when absent
 * @param isDefault whether it is taken beforehand; {@code false} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/components/reference#radio-group-option-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record GroupOption(String value, String label, @Nullable String description,
		@JsonProperty("default") boolean isDefault) {

	/**
	 * A choice without description.
	 * @param label the text that is shown, 1 to 100 characters
	 * @param value the developer's value of it, 1 to 100 characters
	 * @return the choice
	 */
	public static GroupOption of(String label, String value) {
		return new GroupOption(value, label, null, false);
	}

}
