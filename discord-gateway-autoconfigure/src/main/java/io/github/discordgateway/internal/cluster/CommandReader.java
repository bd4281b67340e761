package io.github.discordgateway.internal.cluster;

import io.github.discordgateway.Opcode;
import io.github.discordgateway.command.GatewayCommand;
import io.github.discordgateway.command.RequestChannelInfo;
import io.github.discordgateway.command.RequestGuildMembers;
import io.github.discordgateway.command.RequestSoundboardSounds;
import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads requests that other processes have written, since whoever waits for the answers
 * has to know what was asked.
 */
final class CommandReader {

	private static final JsonMapper MAPPER = GatewayJsonMapper.builder().build();

	private CommandReader() {
	}

	/**
	 * Reads a request.
	 * @param frame the frame's JSON text
	 * @return the request
	 * @throws IllegalArgumentException when it is none, or not known here
	 */
	static GatewayCommand read(String frame) {
		try {
			JsonNode root = MAPPER.readTree(frame);
			return MAPPER.treeToValue(root.path("d"), type(Opcode.of(root.path("op").asInt(-1))));
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("The request cannot be read: " + ex.getOriginalMessage(), ex);
		}
	}

	private static Class<? extends GatewayCommand> type(@Nullable Opcode opcode) {
		if (opcode == Opcode.REQUEST_GUILD_MEMBERS) {
			return RequestGuildMembers.class;
		}
		if (opcode == Opcode.REQUEST_SOUNDBOARD_SOUNDS) {
			return RequestSoundboardSounds.class;
		}
		if (opcode == Opcode.REQUEST_CHANNEL_INFO) {
			return RequestChannelInfo.class;
		}
		throw new IllegalArgumentException("No request that is known here: " + opcode);
	}

}
