package io.github.discordgateway.simulator;

import java.util.Map;

import io.github.discordgateway.Opcode;
import io.github.discordgateway.command.GatewayCommand;
import io.github.discordgateway.command.RequestChannelInfo;
import io.github.discordgateway.command.RequestGuildMembers;
import io.github.discordgateway.command.RequestSoundboardSounds;
import io.github.discordgateway.command.UpdatePresence;
import io.github.discordgateway.command.UpdateVoiceState;
import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what a bot sent as the command that it is.
 */
final class CommandReader {

	private static final JsonMapper MAPPER = GatewayJsonMapper.builder().build();

	private static final Map<Class<? extends GatewayCommand>, Opcode> OPCODES = Map.of(UpdatePresence.class,
			Opcode.PRESENCE_UPDATE, UpdateVoiceState.class, Opcode.VOICE_STATE_UPDATE, RequestGuildMembers.class,
			Opcode.REQUEST_GUILD_MEMBERS, RequestSoundboardSounds.class, Opcode.REQUEST_SOUNDBOARD_SOUNDS,
			RequestChannelInfo.class, Opcode.REQUEST_CHANNEL_INFO);

	private CommandReader() {
	}

	static Opcode opcode(Class<? extends GatewayCommand> type) {
		Opcode opcode = OPCODES.get(type);
		if (opcode == null) {
			throw new IllegalArgumentException(
					"Expect one kind of command, for example UpdatePresence.class, not " + type.getSimpleName());
		}
		return opcode;
	}

	/**
	 * Reads a command.
	 * @param <C> the type of the command
	 * @param type the record of the command
	 * @param frame what came
	 * @return the command
	 * @throws AssertionError when it lacks what Discord demands
	 */
	static <C extends GatewayCommand> C read(Class<C> type, ReceivedFrame frame) {
		try {
			return MAPPER.treeToValue(frame.data(), type);
		}
		catch (JacksonException ex) {
			throw new AssertionError("The bot sent something that is no valid " + type.getSimpleName() + ": " + frame,
					ex);
		}
	}

}
