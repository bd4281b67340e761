package io.github.discordgateway.rest;

import java.util.Map;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.model.interaction.OptionValue;
import org.jspecify.annotations.Nullable;

/**
 * A value that a user may choose.
 *
 * @param name what is shown, 1 to 100 characters
 * @param nameLocalizations the same in other languages, at most 34 texts by locale;
 * {@code
 * null} for none
 * @param value the value; text has at most 100 characters
 */
@DiscordJson
public record CommandChoice(String name, @Nullable Map<String, String> nameLocalizations, OptionValue value) {

	public CommandChoice {
		nameLocalizations = (nameLocalizations != null) ? Map.copyOf(nameLocalizations) : null;
	}

	/** Checks what Discord demands, before it is sent. */
	void check() {
		Limits.text("The name of a choice", this.name, 1, 100);
		if (this.value instanceof OptionValue.StringValue text) {
			Limits.text("The value of a choice", text.value(), 0, 100);
		}
	}

	/**
	 * A choice of a text.
	 * @param name what is shown
	 * @param value the value
	 * @return the choice
	 */
	public static CommandChoice of(String name, String value) {
		return new CommandChoice(name, null, new OptionValue.StringValue(value));
	}

	/**
	 * A choice of a whole number.
	 * @param name what is shown
	 * @param value the value, between -2<sup>53</sup> and 2<sup>53</sup>
	 * @return the choice
	 */
	public static CommandChoice of(String name, long value) {
		return new CommandChoice(name, null, new OptionValue.IntegerValue(value));
	}

	/**
	 * A choice of a decimal number.
	 * @param name what is shown
	 * @param value the value
	 * @return the choice
	 */
	public static CommandChoice of(String name, double value) {
		return new CommandChoice(name, null, new OptionValue.NumberValue(value));
	}

}
