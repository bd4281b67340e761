package io.github.discordgateway.model;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.DiscordJson;

/**
 * A number that stands for one of several things, of which Discord adds new ones at any
 * time. A record with this component and a constant for each known number replaces an
 * enum, which could not hold the unknown ones.
 */
@DiscordJson
public interface IntValue {

	/**
	 * The number on the wire.
	 * @return the number, known or not
	 */
	@JsonValue
	int value();

	/**
	 * What Discord calls the value.
	 * @return the name of the constant; the number as text when it is not known
	 */
	default String name() {
		return Constants.of(getClass()).name(value());
	}

}
