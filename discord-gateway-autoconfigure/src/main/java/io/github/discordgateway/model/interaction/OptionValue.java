package io.github.discordgateway.model.interaction;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.model.Union;
import tools.jackson.databind.JsonNode;

/**
 * The value of an option of a command. Its kind follows from the type of the option, but
 * while the user is typing, everything is text.
 */
@DiscordJson
@Union
public sealed interface OptionValue {

	/**
	 * The value as text, whatever its kind.
	 * @return the text; the number or the boolean in JSON's way of writing
	 */
	String asText();

	/**
	 * A text, or the id of a user, channel, role or attachment.
	 *
	 * @param value the text
	 */
	record StringValue(@JsonValue String value) implements OptionValue {

		@Override
		public String asText() {
			return this.value;
		}

	}

	/**
	 * A whole number.
	 *
	 * @param value the number, of at most 53 bits
	 */
	record IntegerValue(@JsonValue long value) implements OptionValue {

		@Override
		public String asText() {
			return Long.toString(this.value);
		}

	}

	/**
	 * A decimal number.
	 *
	 * @param value the number
	 */
	record NumberValue(@JsonValue double value) implements OptionValue {

		@Override
		public String asText() {
			return Double.toString(this.value);
		}

	}

	/**
	 * True or false.
	 *
	 * @param value which of them
	 */
	record BooleanValue(@JsonValue boolean value) implements OptionValue {

		@Override
		public String asText() {
			return Boolean.toString(this.value);
		}

	}

	/**
	 * A value of a kind that this version does not know.
	 *
	 * @param json the value as it was sent
	 */
	record Unknown(@JsonValue JsonNode json) implements OptionValue {

		@Override
		public String asText() {
			return this.json.toString();
		}

	}

}
