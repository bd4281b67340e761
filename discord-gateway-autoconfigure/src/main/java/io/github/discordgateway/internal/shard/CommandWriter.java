package io.github.discordgateway.internal.shard;

import java.nio.charset.StandardCharsets;

import io.github.discordgateway.command.GatewayCommand;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes commands as frames, and refuses those that Discord would refuse with a close.
 */
public final class CommandWriter {

	/** A larger frame is answered with close code 4002. */
	private static final int MAX_BYTES = 4096;

	private final JsonMapper mapper;

	/**
	 * Makes a writer.
	 * @param mapper writes the JSON
	 */
	public CommandWriter(JsonMapper mapper) {
		this.mapper = mapper;
	}

	/**
	 * Writes a command.
	 * @param command what to send
	 * @return the frame's JSON text
	 * @throws IllegalArgumentException when the frame has more than 4096 bytes
	 */
	public String write(GatewayCommand command) {
		ObjectNode frame = this.mapper.createObjectNode();
		frame.put("op", command.opcode().code());
		frame.set("d", this.mapper.valueToTree(command));
		String json = this.mapper.writeValueAsString(frame);
		int size = json.getBytes(StandardCharsets.UTF_8).length;
		if (size > MAX_BYTES) {
			throw new IllegalArgumentException("A " + command.opcode() + " command of " + size
					+ " bytes cannot be sent: Discord accepts at most " + MAX_BYTES);
		}
		return json;
	}

}
