package io.github.discordgateway.model;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.DiscordJson;

/**
 * A word that stands for one of several things, of which Discord adds new ones at any
 * time. A record with this component and a constant for each known word replaces an enum,
 * which could not hold the unknown ones.
 */
@DiscordJson
public interface TextValue {

	/**
	 * The text on the wire.
	 * @return the text, known or not
	 */
	@JsonValue
	String value();

	/**
	 * What Discord calls the value.
	 * @return the name of the constant; the text itself when it is not known
	 */
	default String name() {
		return Constants.of(getClass()).name(value());
	}

}
