package io.github.discordgateway.internal.codec;

import io.github.discordgateway.internal.codec.DiscordObjects.UnreadableJsonException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;

/**
 * Reads Discord's form from the parser of any mapper, of a tree or a buffer too. The
 * value is copied as JSON for the gateway's own readers, which look ahead in its bytes.
 */
public final class DiscordDeserializer extends ValueDeserializer<Object> {

	private final @Nullable JavaType type;

	/** Null when the JSON does not tell the kind of the type. */
	private final @Nullable ValueReader reader;

	/** Made by Jackson, which then asks for one that fits a type. */
	public DiscordDeserializer() {
		this.type = null;
		this.reader = null;
	}

	private DiscordDeserializer(JavaType type) {
		this.type = type;
		Class<?> raw = type.getRawClass();
		this.reader = DiscordObjects.tellsItsKind(raw) ? DiscordObjects.reader(raw) : null;
	}

	@Override
	public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
		return new DiscordDeserializer(context.getContextualType());
	}

	@Override
	public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
		JavaType wanted = (this.type != null) ? this.type : context.constructType(Object.class);
		Class<?> raw = wanted.getRawClass();
		if (this.reader == null) {
			return context.reportBadDefinition(wanted,
					"Cannot read " + DiscordObjects.name(raw) + ": " + DiscordObjects.untold(raw));
		}
		try {
			Object read = DiscordObjects.read(this.reader, DiscordObjects.copy(parser), (place) -> {
			});
			if (read != null) {
				return read;
			}
		}
		catch (UnreadableJsonException ex) {
			return context.reportInputMismatch(wanted, "Cannot read %s: %s", DiscordObjects.name(raw), ex.getMessage());
		}
		return context.reportInputMismatch(wanted, "Cannot read %s: its JSON is of another type than documented",
				DiscordObjects.name(raw));
	}

}
