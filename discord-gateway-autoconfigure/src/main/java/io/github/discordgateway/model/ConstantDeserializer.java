package io.github.discordgateway.model;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * Reads value types; the wire form is the subclass's. One instance serves one type.
 */
abstract class ConstantDeserializer extends ValueDeserializer<Object> {

	private final @Nullable Class<?> type;

	private final @Nullable Constants constants;

	ConstantDeserializer(@Nullable Class<?> type) {
		this.type = type;
		this.constants = (type != null) ? Constants.of(type) : null;
	}

	/**
	 * The same for one type.
	 * @param type the type to read
	 * @return a new instance
	 */
	abstract ConstantDeserializer forType(Class<?> type);

	/**
	 * Reads the wire form.
	 * @return the value of the constant; {@code null} when it has another form
	 */
	abstract @Nullable Object wireValue(JsonParser parser);

	@Override
	public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
		return forType(context.getContextualType().getRawClass());
	}

	@Override
	public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
		if (this.type == null || this.constants == null) {
			throw new IllegalStateException("Used without a type");
		}
		Object value = wireValue(parser);
		return (value != null) ? this.constants.instance(value) : context.handleUnexpectedToken(this.type, parser);
	}

}
