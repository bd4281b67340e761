package io.github.discordgateway.internal.kafka;

import java.nio.charset.StandardCharsets;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a record, all of which hold text. They are a promise to consumers in any
 * language: what one of them means never changes without another {@link #VERSION}.
 */
final class RelayHeaders {

	/** The layout of the record; a record without it is not one of ours. */
	static final String VERSION = "discord-record";

	/** The name of the event, as Discord sent it. */
	static final String EVENT = "discord-event";

	/** The number of the shard that received it. */
	static final String SHARD = "discord-shard";

	/** The number of shards at that time. */
	static final String SHARDS = "discord-shards";

	/** A fingerprint of the session; not there when the session was not known. */
	static final String SESSION = "discord-session";

	/** The sequence in the session; not there when the event had none. */
	static final String SEQUENCE = "discord-sequence";

	/** When the shard received it, in milliseconds since 1970. */
	static final String RECEIVED = "discord-received";

	/** The id of the bot; not there when its token does not tell. */
	static final String BOT = "discord-bot";

	/** There, and {@code true}, when Discord sent it again after a resume. */
	static final String REPLAYED = "discord-replayed";

	/** The layout that is written here. */
	static final int CURRENT_VERSION = 1;

	/** A number is not there, or is none. */
	static final long NONE = -1;

	private static final int MAX_DIGITS = 18;

	private RelayHeaders() {
	}

	static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	static byte[] bytes(long number) {
		return Long.toString(number).getBytes(StandardCharsets.ISO_8859_1);
	}

	static @Nullable String text(Headers headers, String name) {
		byte[] value = value(headers, name);
		return (value != null) ? new String(value, StandardCharsets.UTF_8) : null;
	}

	/** A number that is not negative; {@link #NONE} when there is no such. */
	static long number(Headers headers, String name) {
		byte[] value = value(headers, name);
		if (value == null || value.length == 0 || value.length > MAX_DIGITS) {
			return NONE;
		}
		long number = 0;
		for (byte digit : value) {
			if (digit < '0' || digit > '9') {
				return NONE;
			}
			number = number * 10 + digit - '0';
		}
		return number;
	}

	private static byte @Nullable [] value(Headers headers, String name) {
		Header header = headers.lastHeader(name);
		return (header != null) ? header.value() : null;
	}

}
