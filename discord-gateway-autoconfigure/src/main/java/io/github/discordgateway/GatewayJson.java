package io.github.discordgateway;

import io.github.discordgateway.internal.codec.DiscordObjects;

/**
 * Reads and writes Discord's JSON, in tests above all:
 *
 * <pre>
 * MessageCreate event = GatewayJson.read(MessageCreate.class, """
 * 		{"id": "1", "channel_id": "2", "content": "!ping"}""");
 * </pre>
 *
 * <p>
 * It takes the types that are marked with {@link DiscordJson @DiscordJson}: events,
 * objects and commands. An application's own mapper reads and writes the same.
 */
public final class GatewayJson {

	private GatewayJson() {
	}

	/**
	 * Reads an event or an object. Fields may be missing and unknown, as in what Discord
	 * sends; but a value of a wrong type, which costs a running gateway that value only,
	 * is an error here.
	 * @param <T> the type of the event or object
	 * @param type its record, or another type that tells its kinds by itself
	 * @param json the JSON: for an event, what Discord sends in {@code d}
	 * @return the event or object
	 * @throws IllegalArgumentException when the type is none of Discord's, or when the
	 * JSON is broken or has a value of a wrong type; the message says where, and shows
	 * the start of the JSON without tokens and other secrets
	 */
	public static <T> T read(Class<T> type, String json) {
		return DiscordObjects.read(type, json);
	}

	/**
	 * Writes an event, an object or a command as Discord does.
	 * @param object the event, object or command
	 * @return the JSON, for an event that of {@code d}; an interaction's holds its token
	 * @throws IllegalArgumentException when the type is none of Discord's
	 */
	public static String write(Object object) {
		return DiscordObjects.write(object);
	}

}
