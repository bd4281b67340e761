package io.github.discordgateway.internal.codec;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/**
 * Writes times as Discord does, to the microsecond; those that are finer lose nothing.
 */
final class TimestampSerializer extends ValueSerializer<Instant> {

	private static final DateTimeFormatter MICROSECONDS = formatter("SSSSSS");

	private static final DateTimeFormatter NANOSECONDS = formatter("SSSSSSSSS");

	private static DateTimeFormatter formatter(String fraction) {
		return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss." + fraction + "xxx").withZone(ZoneOffset.UTC);
	}

	@Override
	public void serialize(Instant value, JsonGenerator generator, SerializationContext context) {
		DateTimeFormatter format = (value.getNano() % 1000 == 0) ? MICROSECONDS : NANOSECONDS;
		generator.writeString(format.format(value));
	}

}
