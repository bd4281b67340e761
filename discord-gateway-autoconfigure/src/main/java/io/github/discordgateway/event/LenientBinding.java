package io.github.discordgateway.event;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.util.ClassUtil;

/**
 * Makes a value of a wrong type cost the component that it is meant for, not the event:
 * users' programs write what they like into activities, and Discord changes types now and
 * then. The handler runs only when something is wrong.
 */
final class LenientBinding extends DeserializationProblemHandler {

	private LenientBinding() {
	}

	static JsonMapper applyTo(JsonMapper mapper) {
		SimpleModule module = new SimpleModule("discord-gateway-lenient");
		module.addDeserializer(String.class, new TextDeserializer());
		module.addDeserializer(Instant.class, new TimestampDeserializer());
		WholeNumberDeserializer.addTo(module);
		return mapper.rebuild()
			.addHandler(new LenientBinding())
			.addModule(module)
			.withCoercionConfigDefaults(
					(coercion) -> coercion.setCoercion(CoercionInputShape.EmptyString, CoercionAction.AsNull))
			.build();
	}

	@Override
	public @Nullable Object handleUnexpectedToken(DeserializationContext context, JavaType targetType, JsonToken token,
			JsonParser parser, @Nullable String failure) {
		parser.skipChildren();
		return nothing(targetType.getRawClass());
	}

	@Override
	public @Nullable Object handleMissingInstantiator(DeserializationContext context, Class<?> targetType,
			@Nullable ValueInstantiator instantiator, JsonParser parser, @Nullable String failure) {
		parser.skipChildren();
		return nothing(targetType);
	}

	@Override
	public @Nullable Object handleWeirdStringValue(DeserializationContext context, Class<?> targetType, String value,
			@Nullable String failure) {
		return nothing(targetType);
	}

	@Override
	public @Nullable Object handleWeirdNumberValue(DeserializationContext context, Class<?> targetType, Number value,
			@Nullable String failure) {
		return nothing(targetType);
	}

	@Override
	public @Nullable Object handleWeirdKey(DeserializationContext context, Class<?> keyType, String key,
			@Nullable String failure) {
		return null;
	}

	private static @Nullable Object nothing(Class<?> targetType) {
		return targetType.isPrimitive() ? ClassUtil.defaultValue(targetType) : null;
	}

}
