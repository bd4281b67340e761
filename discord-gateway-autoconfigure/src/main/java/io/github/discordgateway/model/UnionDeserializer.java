package io.github.discordgateway.model;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.util.JsonParserSequence;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.util.TokenBuffer;

/**
 * Reads an object that comes in several kinds, each with a record of its own. The field
 * that tells the kind mostly stands first; what stands before it is kept and read again.
 *
 * @param <T> what the kinds have in common
 */
public abstract class UnionDeserializer<T> extends ValueDeserializer<T> {

	private final String discriminator;

	/**
	 * Reads a union.
	 * @param discriminator the name of the field that tells the kind
	 */
	protected UnionDeserializer(String discriminator) {
		this.discriminator = discriminator;
	}

	/**
	 * Reads one object, whose kind is known.
	 * @param kind the kind; empty when the object does not tell it
	 * @param parser stands at the start of the object
	 * @param context the context
	 * @return the object
	 */
	protected abstract @Nullable T read(String kind, JsonParser parser, DeserializationContext context);

	@Override
	public @Nullable T deserialize(JsonParser parser, DeserializationContext context) {
		if (parser.currentToken() != JsonToken.START_OBJECT) {
			parser.skipChildren();
			return null;
		}
		String kind = "";
		try (TokenBuffer start = context.bufferForInputBuffering(parser)) {
			start.writeStartObject();
			String field;
			while (kind.isEmpty() && (field = parser.nextName()) != null) {
				JsonToken token = parser.nextToken();
				if (field.equals(this.discriminator) && token.isScalarValue() && token != JsonToken.VALUE_NULL) {
					kind = parser.getString();
				}
				start.writeName(field);
				start.copyCurrentStructure(parser);
			}
			if (kind.isEmpty()) {
				start.writeEndObject();
				return read(kind, start.asParserOnFirstToken(context, parser), context);
			}
			JsonParser whole = JsonParserSequence.createFlattened(false, start.asParser(context, parser), parser);
			whole.nextToken();
			return read(kind, whole, context);
		}
	}

	/**
	 * Reads an object as a record.
	 * @param <V> the record
	 * @param variant the record
	 * @param parser stands at the start of the object
	 * @param context the context
	 * @return the record
	 */
	protected static <V> V bind(Class<V> variant, JsonParser parser, DeserializationContext context) {
		return variant
			.cast(context.findRootValueDeserializer(context.constructType(variant)).deserialize(parser, context));
	}

}
