package io.github.discordgateway.event.codec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.discordgateway.model.Flags;
import io.github.discordgateway.model.IntValue;
import io.github.discordgateway.model.TextValue;
import io.github.discordgateway.protocol.FrameParser;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;

/**
 * Reads values of enums and flags, known or not. Known ones are the constants of their
 * type, found without making an object first.
 */
abstract class ConstantReader extends ValueReader {

	private final MethodHandle constructor;

	ConstantReader(MethodHandle constructor) {
		this.constructor = constructor;
	}

	/**
	 * Makes a reader.
	 * @param type an enum or a set of flags
	 * @return the reader; {@code null} when the type has an unusual form
	 */
	static @Nullable ConstantReader of(Class<?> type) {
		if (!type.isRecord() || !Modifier.isPublic(type.getModifiers()) || type.getRecordComponents().length != 1) {
			return null;
		}
		Class<?> wire = type.getRecordComponents()[0].getType();
		MethodHandle constructor;
		Map<Object, Object> constants = new LinkedHashMap<>();
		try {
			constructor = MethodHandles.publicLookup().findConstructor(type, MethodType.methodType(void.class, wire));
			for (Field field : type.getFields()) {
				if (Modifier.isStatic(field.getModifiers()) && field.getType() == type) {
					Object constant = field.get(null);
					constants.putIfAbsent(wireValue(constant), constant);
				}
			}
		}
		catch (ReflectiveOperationException ex) {
			return null;
		}
		if (IntValue.class.isAssignableFrom(type) && wire == int.class) {
			return new OfInt(constructor, constants);
		}
		if (TextValue.class.isAssignableFrom(type) && wire == String.class) {
			return new OfText(constructor, constants);
		}
		return (Flags.class.isAssignableFrom(type) && wire == long.class) ? new OfFlags(constructor, constants) : null;
	}

	private static Object wireValue(Object constant) {
		if (constant instanceof IntValue number) {
			return number.value();
		}
		return (constant instanceof TextValue text) ? text.value() : ((Flags<?>) constant).bits();
	}

	Object construct(Object value) {
		try {
			return this.constructor.invoke(value);
		}
		catch (RuntimeException | Error ex) {
			throw ex;
		}
		catch (Throwable ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static final class OfInt extends ConstantReader {

		private final @Nullable Object[] byNumber;

		private final Map<Object, Object> others = new HashMap<>();

		private OfInt(MethodHandle constructor, Map<Object, Object> constants) {
			super(constructor);
			this.byNumber = new @Nullable Object[64];
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
		public @Nullable Object read(JsonParser parser, ReadContext context) {
			if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT || parser.getNumberType() != NumberType.INT) {
				return context.skip(parser);
			}
			int number = parser.getIntValue();
			Object known = (number >= 0 && number < this.byNumber.length) ? this.byNumber[number]
					: this.others.get(number);
			return (known != null) ? known : construct(number);
		}

	}

	private static final class OfText extends ConstantReader {

		private final byte[][] texts;

		private final Object[] constants;

		private OfText(MethodHandle constructor, Map<Object, Object> constants) {
			super(constructor);
			this.texts = constants.keySet()
				.stream()
				.map((text) -> ((String) text).getBytes(StandardCharsets.UTF_8))
				.toArray(byte[][]::new);
			this.constants = constants.values().toArray();
		}

		@Override
		public @Nullable Object read(JsonParser parser, ReadContext context) {
			if (parser.currentToken() != JsonToken.VALUE_STRING) {
				return context.skip(parser);
			}
			if (parser instanceof FrameParser plain && plain.findPlainText()) {
				for (int i = 0; i < this.texts.length; i++) {
					byte[] candidate = this.texts[i];
					if (Arrays.equals(candidate, 0, candidate.length, plain.plainBuffer(), plain.plainStart(),
							plain.plainEnd())) {
						plain.consumePlainText();
						return this.constants[i];
					}
				}
			}
			return construct(parser.getString());
		}

	}

	private static final class OfFlags extends ConstantReader {

		private final Map<Object, Object> constants;

		private final Object none;

		private OfFlags(MethodHandle constructor, Map<Object, Object> constants) {
			super(constructor);
			this.constants = Map.copyOf(constants);
			this.none = construct(0L);
		}

		@Override
		public @Nullable Object read(JsonParser parser, ReadContext context) {
			JsonToken token = parser.currentToken();
			long bits;
			if (token == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != NumberType.BIG_INTEGER) {
				bits = parser.getLongValue();
			}
			else if (token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT) {
				try {
					bits = Long.parseUnsignedLong(parser.getString());
				}
				catch (NumberFormatException ex) {
					return context.skip(parser);
				}
			}
			else {
				return context.skip(parser);
			}
			if (bits == 0) {
				return this.none;
			}
			Object known = this.constants.get(bits);
			return (known != null) ? known : construct(bits);
		}

	}

}
