package io.github.discordgateway.model;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;

/**
 * Reads a {@link Field}. A value of a wrong type is taken for a field that was left out.
 */
final class FieldDeserializer extends ValueDeserializer<Field<?>> {

	private final @Nullable ValueDeserializer<Object> values;

	FieldDeserializer() {
		this(null);
	}

	private FieldDeserializer(@Nullable ValueDeserializer<Object> values) {
		this.values = values;
	}

	@Override
	public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
		JavaType type = context.getContextualType().containedType(0);
		return new FieldDeserializer(context.findContextualValueDeserializer(type, property));
	}

	@Override
	public Field<?> deserialize(JsonParser parser, DeserializationContext context) {
		if (this.values == null) {
			throw new IllegalStateException("Used without a type");
		}
		Object value = this.values.deserialize(parser, context);
		return (value != null) ? Field.of(value) : Field.absent();
	}

	@Override
	public Object getNullValue(DeserializationContext context) {
		return Field.of(null);
	}

	@Override
	public Object getAbsentValue(DeserializationContext context) {
		return Field.absent();
	}

}
