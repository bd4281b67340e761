package io.github.discordgateway.event.codec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * Reads records whose only component is the whole body.
 */
final class WrapperReader extends ValueReader {

	private final MethodHandle constructor;

	@Nullable ValueReader body;

	WrapperReader(Constructor<?> constructor) {
		try {
			this.constructor = MethodHandles.publicLookup()
				.unreflectConstructor(constructor)
				.asType(MethodType.methodType(Object.class, Object.class));
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public @Nullable Object read(JsonParser parser, ReadContext context) {
		ValueReader reader = this.body;
		Object value = (reader != null) ? reader.read(parser, context) : null;
		if (value == null) {
			return null;
		}
		try {
			return this.constructor.invokeExact(value);
		}
		catch (RuntimeException | Error ex) {
			throw ex;
		}
		catch (Throwable ex) {
			throw new IllegalStateException(ex);
		}
	}

}
