package io.github.discordgateway.internal.codec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.discordgateway.internal.protocol.FrameParser;
import io.github.discordgateway.model.Flags;
import io.github.discordgateway.model.IntValue;
import io.github.discordgateway.model.TextValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;

/**
 * Reads values of enums and flags, known or not. Known ones are the constants of their
 * type, found without making an object first.
 */
abstract class ConstantReader extends ValueReader {

	private final MethodHandle constructor;

	ConstantReader(MethodHandle constructor) {
		this.constructor = constructor.asType(MethodType.genericMethodType(constructor.type().parameterCount()));
	}

	/**
	 * Makes a reader.
	 * @param type an enum or a set of flags
	 * @return the reader; {@code null} when the type is something else
	 */
	static @Nullable ConstantReader of(Class<?> type) {
		if (!type.isRecord()) {
			return null;
		}
		List<Class<?>> wire = Arrays.stream(type.getRecordComponents())
			.<Class<?>>map(RecordComponent::getType)
			.toList();
		if (IntValue.class.isAssignableFrom(type) && wire.equals(List.of(int.class))) {
			return new OfInt(constructor(type, wire), constants(type));
		}
		if (TextValue.class.isAssignableFrom(type) && wire.equals(List.of(String.class))) {
			return new OfText(constructor(type, wire), constants(type));
		}
		if (Flags.class.isAssignableFrom(type) && wire.equals(List.of(long.class))) {
			return new OfFlags(constructor(type, wire), constants(type));
		}
		if (Flags.class.isAssignableFrom(type) && wire.equals(List.of(long.class, BigInteger.class))) {
			return new OfWideFlags(constructor(type, wire), constants(type));
		}
		return null;
	}

	private static MethodHandle constructor(Class<?> type, List<Class<?>> wire) {
		try {
			return MethodHandles.publicLookup().findConstructor(type, MethodType.methodType(void.class, wire));
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(type + " must be a public record", ex);
		}
	}

	private static Map<Object, Object> constants(Class<?> type) {
		Map<Object, Object> constants = new LinkedHashMap<>();
		for (Field field : type.getFields()) {
			if (Modifier.isStatic(field.getModifiers()) && field.getType() == type) {
				try {
					Object constant = field.get(null);
					constants.putIfAbsent(wireValue(constant), constant);
				}
				catch (IllegalAccessException ex) {
					throw new IllegalStateException(type + " must be a public record", ex);
				}
			}
		}
		return constants;
	}

	private static Object wireValue(Object constant) {
		if (constant instanceof IntValue number) {
			return number.value();
		}
		return (constant instanceof TextValue text) ? text.value() : ((Flags<?>) constant).bits();
	}

	/**
	 * The value that is written as a text, as keys of maps are.
	 * @param text the text
	 * @return the value
	 * @throws NumberFormatException when the value is a number, and the text is none
	 */
	abstract Object ofText(String text);

	Object construct(Object value) {
		try {
			return this.constructor.invokeExact(value);
		}
		catch (Throwable ex) {
			throw unchecked(ex);
		}
	}

	Object construct(Object value, @Nullable Object more) {
		try {
			return this.constructor.invokeExact(value, more);
		}
		catch (Throwable ex) {
			throw unchecked(ex);
		}
	}

	private static RuntimeException unchecked(Throwable ex) {
		if (ex instanceof Error error) {
			throw error;
		}
		return (ex instanceof RuntimeException unchecked) ? unchecked : new IllegalStateException(ex);
	}

	private static final class OfInt extends ConstantReader {

		private final @Nullable Object[] byNumber = new @Nullable Object[64];

		private final Map<Object, Object> others = new HashMap<>();

		private OfInt(MethodHandle constructor, Map<Object, Object> constants) {
			super(constructor);
			constants.forEach((value, constant) -> {
				int number = (Integer) value;
				if (number >= 0 && number < this.byNumber.length) {
					this.byNumber[number] = constant;
				}
				else {
					this.others.put(value, constant);
				}
			});
		}

		@Override
		public @Nullable Object read(FrameParser parser, ReadContext context) {
			if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT || parser.getNumberType() != NumberType.INT) {
				return context.skip(parser);
			}
			return of(parser.getIntValue());
		}

		@Override
		Object ofText(String text) {
			return of(Integer.parseInt(text));
		}

		private Object of(int number) {
			Object known = (number >= 0 && number < this.byNumber.length) ? this.byNumber[number]
					: this.others.get(number);
			return (known != null) ? known : construct(number);
		}

	}

	private static final class OfText extends ConstantReader {

		private final Map<Object, Object> constants;

		private final byte[][] texts;

		private final Object[] byText;

		private OfText(MethodHandle constructor, Map<Object, Object> constants) {
			super(constructor);
			this.constants = constants;
			this.texts = constants.keySet()
				.stream()
				.map((text) -> ((String) text).getBytes(StandardCharsets.UTF_8))
				.toArray(byte[][]::new);
			this.byText = constants.values().toArray();
		}

		@Override
		public @Nullable Object read(FrameParser parser, ReadContext context) {
			if (parser.currentToken() != JsonToken.VALUE_STRING) {
				return context.skip(parser);
			}
			if (parser.findPlainText()) {
				for (int i = 0; i < this.texts.length; i++) {
					byte[] candidate = this.texts[i];
					if (Arrays.equals(candidate, 0, candidate.length, parser.plainBuffer(), parser.plainStart(),
							parser.plainEnd())) {
						parser.consumePlainText();
						return this.byText[i];
					}
				}
			}
			return ofText(parser.getString());
		}

		@Override
		Object ofText(String text) {
			Object known = this.constants.get(text);
			return (known != null) ? known : construct(text);
		}

	}

	private static class OfFlags extends ConstantReader {

		private final @Nullable Object[] byBit = new @Nullable Object[Long.SIZE];

		private final Object none;

		OfFlags(MethodHandle constructor, Map<Object, Object> constants) {
			super(constructor);
			constants.forEach((value, constant) -> {
				long bits = (Long) value;
				if (Long.bitCount(bits) == 1) {
					this.byBit[Long.numberOfTrailingZeros(bits)] = constant;
				}
			});
			this.none = ofBits(0);
		}

		@Override
		public @Nullable Object read(FrameParser parser, ReadContext context) {
			JsonToken token = parser.currentToken();
			if (token == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != NumberType.BIG_INTEGER) {
				return of(parser.getLongValue());
			}
			if (token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT) {
				long bits = parser.unsignedText();
				if (bits != FrameParser.NO_NUMBER) {
					return of(bits);
				}
				try {
					return ofText(parser.getString());
				}
				catch (NumberFormatException ex) {
					// Not a set of flags: reported below.
				}
			}
			return context.skip(parser);
		}

		Object of(long bits) {
			if (bits == 0) {
				return this.none;
			}
			Object known = (Long.bitCount(bits) == 1) ? this.byBit[Long.numberOfTrailingZeros(bits)] : null;
			return (known != null) ? known : ofBits(bits);
		}

		Object ofBits(long bits) {
			return construct(bits);
		}

		@Override
		Object ofText(String text) {
			return of(Long.parseUnsignedLong(text));
		}

	}

	/** Flags of which there may be more than 64. */
	private static final class OfWideFlags extends OfFlags {

		/**
		 * Far more than Discord will need; the time to read a number grows with its
		 * square.
		 */
		private static final int MAX_DIGITS = 100;

		private OfWideFlags(MethodHandle constructor, Map<Object, Object> constants) {
			super(constructor, constants);
		}

		@Override
		Object ofBits(long bits) {
			return construct(bits, null);
		}

		@Override
		Object ofText(String text) {
			BigInteger all = (text.length() <= MAX_DIGITS) ? new BigInteger(text) : BigInteger.ONE.negate();
			if (all.signum() < 0) {
				throw new NumberFormatException("Not a set of flags");
			}
			BigInteger higher = all.shiftRight(Long.SIZE);
			return (higher.signum() == 0) ? of(all.longValue()) : construct(all.longValue(), higher);
		}

	}

}
