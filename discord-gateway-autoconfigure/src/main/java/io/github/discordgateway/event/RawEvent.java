package io.github.discordgateway.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event as it was sent: its name and the JSON of its body. The only form of events
 * that this library has no record for, and another form of all others.
 *
 * @param name Discord's name, for example {@code GUILD_BAN_ADD}
 * @param json the body in UTF-8, which must not be changed
 */
public record RawEvent(String name, byte[] json) {

	/**
	 * The body as text.
	 * @return the JSON text
	 */
	public String text() {
		return new String(this.json, StandardCharsets.UTF_8);
	}

	/**
	 * The body as a tree.
	 * @param mapper reads the JSON
	 * @return the root of the body
	 */
	public JsonNode tree(JsonMapper mapper) {
		return mapper.readTree(this.json);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof RawEvent that && this.name.equals(that.name) && Arrays.equals(this.json, that.json);
	}

	@Override
	public int hashCode() {
		return 31 * this.name.hashCode() + Arrays.hashCode(this.json);
	}

	/** The name and the size; the body may hold tokens. */
	@Override
	public String toString() {
		return "RawEvent[" + this.name + ", " + this.json.length + " bytes]";
	}

}
