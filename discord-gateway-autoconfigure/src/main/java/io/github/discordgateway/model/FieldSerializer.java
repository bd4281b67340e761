package io.github.discordgateway.model;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/**
 * Writes a {@link Field} as it was sent.
 */
final class FieldSerializer extends ValueSerializer<Field<?>> {

	@Override
	public void serialize(Field<?> field, JsonGenerator generator, SerializationContext context) {
		context.writeValue(generator, field.value());
	}

}
