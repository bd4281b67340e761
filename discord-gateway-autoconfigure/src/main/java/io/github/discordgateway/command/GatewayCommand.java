package io.github.discordgateway.command;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Opcode;

/**
 * Something that a bot asks of the gateway.
 */
@DiscordJson
public sealed interface GatewayCommand
		permits UpdatePresence, UpdateVoiceState, RequestGuildMembers, RequestSoundboardSounds, RequestChannelInfo {

	/**
	 * The opcode that the command is sent with.
	 * @return the value of {@code op}
	 */
	@JsonIgnore
	Opcode opcode();

}
