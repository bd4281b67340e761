package io.github.discordgateway.event;

import java.util.function.LongFunction;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads whole numbers. Jackson's own lets the parser fail on one that is too large, which
 * no handler can catch.
 *
 * @param <N> the type of the numbers
 */
final class WholeNumberDeserializer<N extends Number> extends ValueDeserializer<N> {

	private final long min;

	private final long max;

	private final LongFunction<N> boxed;

	private final @Nullable N none;

	private WholeNumberDeserializer(long min, long max, LongFunction<N> boxed, @Nullable N none) {
		this.min = min;
		this.max = max;
		this.boxed = boxed;
		this.none = none;
	}

	static void addTo(SimpleModule module) {
		module.addDeserializer(int.class, ofInts(0));
		module.addDeserializer(Integer.class, ofInts(null));
		module.addDeserializer(long.class, ofLongs(0L));
		module.addDeserializer(Long.class, ofLongs(null));
	}

	private static WholeNumberDeserializer<Integer> ofInts(@Nullable Integer none) {
		return new WholeNumberDeserializer<>(Integer.MIN_VALUE, Integer.MAX_VALUE, (value) -> (int) value, none);
	}

	private static WholeNumberDeserializer<Long> ofLongs(@Nullable Long none) {
		return new WholeNumberDeserializer<>(Long.MIN_VALUE, Long.MAX_VALUE, (value) -> value, none);
	}

	@Override
	public @Nullable N deserialize(JsonParser parser, DeserializationContext context) {
		JsonToken token = parser.currentToken();
		if (token == JsonToken.VALUE_NUMBER_INT) {
			return (parser.getNumberType() != NumberType.BIG_INTEGER) ? inRange(parser.getLongValue()) : this.none;
		}
		if (token == JsonToken.VALUE_NUMBER_FLOAT) {
			double number = parser.getDoubleValue();
			return (number == Math.rint(number) && Math.abs(number) < Long.MAX_VALUE) ? inRange((long) number)
					: this.none;
		}
		if (token == JsonToken.VALUE_STRING) {
			return parse(parser.getString());
		}
		parser.skipChildren();
		return this.none;
	}

	private @Nullable N parse(String text) {
		try {
			return inRange(Long.parseLong(text));
		}
		catch (NumberFormatException ex) {
			// Not a number: it costs the component, as any value of a wrong type.
			return this.none;
		}
	}

	private @Nullable N inRange(long value) {
		return (value >= this.min && value <= this.max) ? this.boxed.apply(value) : this.none;
	}

	@Override
	public @Nullable N getNullValue(DeserializationContext context) {
		return this.none;
	}

}
