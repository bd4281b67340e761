package io.github.discordgateway.model.guild;

import java.math.BigInteger;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/**
 * Writes {@link Permissions} as decimal text: a JSON number keeps but 53 bits in many
 * languages.
 */
final class PermissionsSerializer extends ValueSerializer<Permissions> {

	@Override
	public void serialize(Permissions permissions, JsonGenerator generator, SerializationContext context) {
		String text = Long.toUnsignedString(permissions.bits());
		BigInteger higher = permissions.higherBits();
		generator
			.writeString((higher != null) ? higher.shiftLeft(Long.SIZE).or(new BigInteger(text)).toString() : text);
	}

}
