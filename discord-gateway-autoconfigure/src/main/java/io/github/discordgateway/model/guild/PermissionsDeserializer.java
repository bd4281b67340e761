package io.github.discordgateway.model.guild;

import java.math.BigInteger;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * Reads {@link Permissions} from decimal text, and from numbers.
 */
final class PermissionsDeserializer extends ValueDeserializer<Permissions> {

	/** As many decimal digits as always fit into 63 bits. */
	private static final int SAFE_DIGITS = 18;

	/**
	 * Far more than Discord will need; the time to read a number grows with its square.
	 */
	private static final int MAX_DIGITS = 100;

	@Override
	public @Nullable Permissions deserialize(JsonParser parser, DeserializationContext context) {
		JsonToken token = parser.currentToken();
		Permissions permissions = null;
		if (token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT) {
			permissions = parse(parser.getString());
		}
		else {
			parser.skipChildren();
		}
		return permissions;
	}

	private static @Nullable Permissions parse(String text) {
		boolean digits = !text.isEmpty() && text.length() <= MAX_DIGITS
				&& text.chars().allMatch((digit) -> digit >= '0' && digit <= '9');
		if (!digits) {
			return null;
		}
		if (text.length() <= SAFE_DIGITS) {
			return new Permissions(Long.parseLong(text));
		}
		BigInteger all = new BigInteger(text);
		BigInteger higher = all.shiftRight(Long.SIZE);
		return new Permissions(all.longValue(), (higher.signum() != 0) ? higher : null);
	}

}
