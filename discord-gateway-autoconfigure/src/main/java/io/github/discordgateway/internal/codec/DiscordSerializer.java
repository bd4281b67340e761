package io.github.discordgateway.internal.codec;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.type.WritableTypeId;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.util.TokenBuffer;

/**
 * Writes Discord's form with the generator of any mapper: its features of output count,
 * such as indentation, those of data binding do not.
 */
public final class DiscordSerializer extends ValueSerializer<Object> {

	/** Made by Jackson. */
	public DiscordSerializer() {
	}

	@Override
	public void serialize(Object value, JsonGenerator generator, SerializationContext context) {
		DiscordObjects.write(value, generator);
	}

	/** Adds the id of the type that an application's field asks for. */
	@Override
	public void serializeWithType(Object value, JsonGenerator generator, SerializationContext context,
			TypeSerializer types) {
		try (TokenBuffer buffer = DiscordObjects.buffer(value);
				JsonParser parser = buffer.asParser(ObjectReadContext.empty())) {
			JsonToken start = parser.nextToken();
			WritableTypeId id = types.typeId(value,
					(start == JsonToken.START_OBJECT) ? start : JsonToken.VALUE_EMBEDDED_OBJECT);
			types.writeTypePrefix(generator, context, id);
			if (start == JsonToken.START_OBJECT) {
				parser.nextToken();
				DiscordObjects.copyProperties(parser, generator);
			}
			else {
				generator.copyCurrentStructureExact(parser);
			}
			types.writeTypeSuffix(generator, context, id);
		}
	}

}
