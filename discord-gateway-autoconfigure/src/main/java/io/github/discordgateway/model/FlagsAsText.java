package io.github.discordgateway.model;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/**
 * Writes flags that may be wide as decimal text: a JSON number keeps but 53 bits in many
 * languages.
 */
public final class FlagsAsText extends ValueSerializer<Flags<?>> {

	/** Made by Jackson. */
	public FlagsAsText() {
	}

	@Override
	public void serialize(Flags<?> value, JsonGenerator generator, SerializationContext context) {
		generator.writeString(Long.toUnsignedString(value.bits()));
	}

}
