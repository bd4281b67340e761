package io.github.discordgateway.internal.codec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;

import io.github.discordgateway.internal.protocol.FrameParser;
import org.jspecify.annotations.Nullable;

/**
 * Reads records whose only component is the whole body.
 */
final class WrapperReader extends ValueReader {

	private final MethodHandle constructor;

	@Nullable ValueReader body;

	private WrapperReader(MethodHandle constructor) {
		this.constructor = constructor.asType(MethodType.methodType(Object.class, Object.class));
	}

	/**
	 * Makes the record with its constructor, or with a method of its own.
	 * @param executable takes the body
	 * @return the reader, whose body is still to be set
	 */
	static WrapperReader calling(Executable executable) {
		try {
			executable.setAccessible(true);
			MethodHandles.Lookup lookup = MethodHandles.lookup();
			return new WrapperReader((executable instanceof Method method) ? lookup.unreflect(method)
					: lookup.unreflectConstructor((Constructor<?>) executable));
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public @Nullable Object read(FrameParser parser, ReadContext context) {
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
