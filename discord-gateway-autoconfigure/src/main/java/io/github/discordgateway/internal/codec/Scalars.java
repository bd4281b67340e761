package io.github.discordgateway.internal.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.internal.protocol.FrameParser;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;

/**
 * Reads single values. The generated readers call these methods by their names.
 */
final class Scalars {

	private Scalars() {
	}

	static @Nullable String text(FrameParser parser, ReadContext context) {
		JsonToken token = parser.currentToken();
		if (token == JsonToken.VALUE_STRING) {
			return parser.getString();
		}
		if (token == JsonToken.VALUE_NULL || !token.isScalarValue()) {
			context.skip(parser);
			return null;
		}
		return parser.getValueAsString();
	}

	static boolean bool(FrameParser parser, ReadContext context) {
		Boolean value = boxedBool(parser, context);
		return value != null && value;
	}

	static @Nullable Boolean boxedBool(FrameParser parser, ReadContext context) {
		return switch (parser.currentToken()) {
			case VALUE_TRUE -> Boolean.TRUE;
			case VALUE_FALSE -> Boolean.FALSE;
			default -> (Boolean) context.skip(parser);
		};
	}

	/** True when the key is there, whose only value is null. */
	static boolean presence(FrameParser parser, ReadContext context) {
		parser.skipChildren();
		return parser.currentToken() != JsonToken.VALUE_FALSE;
	}

	static int integer(FrameParser parser, ReadContext context) {
		if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() == NumberType.INT) {
			return parser.getIntValue();
		}
		Long value = odd(parser, context, Integer.MIN_VALUE, Integer.MAX_VALUE);
		return (value != null) ? value.intValue() : 0;
	}

	static @Nullable Integer boxedInteger(FrameParser parser, ReadContext context) {
		if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() == NumberType.INT) {
			return parser.getIntValue();
		}
		Long value = odd(parser, context, Integer.MIN_VALUE, Integer.MAX_VALUE);
		return (value != null) ? (Integer) value.intValue() : null;
	}

	static long whole(FrameParser parser, ReadContext context) {
		Long value = boxedWhole(parser, context);
		return (value != null) ? value : 0;
	}

	static @Nullable Long boxedWhole(FrameParser parser, ReadContext context) {
		if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != NumberType.BIG_INTEGER) {
			return parser.getLongValue();
		}
		return odd(parser, context, Long.MIN_VALUE, Long.MAX_VALUE);
	}

	/** A whole number that came as a decimal one, or as text. */
	private static @Nullable Long odd(FrameParser parser, ReadContext context, long min, long max) {
		JsonToken token = parser.currentToken();
		if (token == JsonToken.VALUE_NUMBER_FLOAT) {
			double number = parser.getDoubleValue();
			if (number == Math.rint(number) && number >= min && number <= max) {
				return (long) number;
			}
		}
		else if (token == JsonToken.VALUE_STRING) {
			try {
				long number = Long.parseLong(parser.getString());
				if (number >= min && number <= max) {
					return number;
				}
			}
			catch (NumberFormatException ex) {
				// Not a number: reported below.
			}
		}
		context.skip(parser);
		return null;
	}

	static double decimal(FrameParser parser, ReadContext context) {
		Double value = boxedDecimal(parser, context);
		return (value != null) ? value : 0;
	}

	static @Nullable Double boxedDecimal(FrameParser parser, ReadContext context) {
		JsonToken token = parser.currentToken();
		if (token.isNumeric()) {
			return parser.getDoubleValue();
		}
		if (token == JsonToken.VALUE_STRING) {
			try {
				return Double.valueOf(parser.getString());
			}
			catch (NumberFormatException ex) {
				// Not a number: reported below.
			}
		}
		context.skip(parser);
		return null;
	}

	static @Nullable Snowflake snowflake(FrameParser parser, ReadContext context) {
		Snowflake id = parser.snowflake();
		return (id != null) ? id : (Snowflake) context.skip(parser);
	}

	static @Nullable Instant instant(FrameParser parser, ReadContext context) {
		if (parser.currentToken() == JsonToken.VALUE_STRING) {
			if (parser.findPlainText()) {
				Instant usual = utc(parser.plainBuffer(), parser.plainStart(), parser.plainEnd() - parser.plainStart());
				if (usual != null) {
					parser.consumePlainText();
					return usual;
				}
			}
			try {
				return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(parser.getString(), Instant::from);
			}
			catch (DateTimeException ex) {
				// Not a time: reported below.
			}
		}
		context.skip(parser);
		return null;
	}

	/**
	 * The form in which Discord writes nearly all times: in UTC, with a fraction of up to
	 * nine digits or none.
	 */
	private static @Nullable Instant utc(byte[] text, int start, int length) {
		int end = start + length;
		if (length >= 20 && text[end - 1] == 'Z') {
			end--;
		}
		else if (length >= 25 && text[end - 6] == '+' && number(text, end - 5, end - 3) == 0 && text[end - 3] == ':'
				&& number(text, end - 2, end) == 0) {
			end -= 6;
		}
		else {
			return null;
		}
		if (text[start + 4] != '-' || text[start + 7] != '-' || text[start + 10] != 'T' || text[start + 13] != ':'
				|| text[start + 16] != ':') {
			return null;
		}
		int year = number(text, start, start + 4);
		int month = number(text, start + 5, start + 7);
		int day = number(text, start + 8, start + 10);
		int hour = number(text, start + 11, start + 13);
		int minute = number(text, start + 14, start + 16);
		int second = number(text, start + 17, start + 19);
		// Days that not every month has are left to the formatter, which knows.
		if (year < 0 || month < 1 || month > 12 || day < 1 || day > 28 && !isLateDay(year, month, day) || hour < 0
				|| hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
			return null;
		}
		int nanos = 0;
		int fraction = end - (start + 19);
		if (fraction != 0) {
			if (text[start + 19] != '.' || fraction < 2 || fraction > 10) {
				return null;
			}
			nanos = number(text, start + 20, end);
			if (nanos < 0) {
				return null;
			}
			for (int i = fraction; i < 10; i++) {
				nanos *= 10;
			}
		}
		return Instant.ofEpochSecond(epochDay(year, month, day) * 86_400L + hour * 3600L + minute * 60L + second,
				nanos);
	}

	private static boolean isLateDay(int year, int month, int day) {
		return switch (month) {
			case 2 -> day == 29 && (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
			case 4, 6, 9, 11 -> day <= 30;
			default -> day <= 31;
		};
	}

	/** Days since 1970, by the rule that begins a year in March. */
	private static long epochDay(int year, int month, int day) {
		int shifted = (month <= 2) ? year - 1 : year;
		int era = Math.floorDiv(shifted, 400);
		int yearOfEra = shifted - era * 400;
		int dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
		int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
		return era * 146_097L + dayOfEra - 719_468;
	}

	/** A number of at most nine decimal digits; -1 when there is something else. */
	private static int number(byte[] text, int start, int end) {
		int value = 0;
		for (int i = start; i < end; i++) {
			int digit = text[i] - '0';
			if (digit < 0 || digit > 9) {
				return -1;
			}
			value = value * 10 + digit;
		}
		return value;
	}

}
