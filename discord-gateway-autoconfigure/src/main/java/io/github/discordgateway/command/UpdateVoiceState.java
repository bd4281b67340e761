package io.github.discordgateway.command;

import io.github.discordgateway.protocol.Opcode;
import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * Joins, changes or leaves a voice channel. Discord answers with VOICE_STATE_UPDATE,
 * which needs the GUILD_VOICE_STATES intent, and, after joining, VOICE_SERVER_UPDATE.
 * Joining needs the permission CONNECT in the channel.
 *
 * @param guildId the guild
 * @param channelId the voice channel to be in; {@code null} leaves the present one
 * @param selfMute whether the bot mutes itself
 * @param selfDeaf whether the bot deafens itself
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#update-voice-state">Update
 * voice state</a>
 */
public record UpdateVoiceState(Snowflake guildId, @Nullable Snowflake channelId, boolean selfMute,
		boolean selfDeaf) implements GatewayCommand {

	/**
	 * Checks that there is a guild.
	 * @throws IllegalArgumentException when the guild is missing
	 */
	public UpdateVoiceState {
		Assert.notNull(guildId, "A voice state needs a guild: give its id");
	}

	/**
	 * Joins a voice channel, or moves there, heard and hearing.
	 * @param guildId the guild
	 * @param channelId the voice channel
	 * @return the command
	 */
	public static UpdateVoiceState join(Snowflake guildId, Snowflake channelId) {
		Assert.notNull(channelId, "Joining needs a voice channel: give its id, or use leave");
		return new UpdateVoiceState(guildId, channelId, false, false);
	}

	/**
	 * Leaves the voice channel that the bot is in.
	 * @param guildId the guild
	 * @return the command
	 */
	public static UpdateVoiceState leave(Snowflake guildId) {
		return new UpdateVoiceState(guildId, null, false, false);
	}

	/**
	 * The same, muted.
	 * @return a copy
	 */
	public UpdateVoiceState muted() {
		return new UpdateVoiceState(this.guildId, this.channelId, true, this.selfDeaf);
	}

	/**
	 * The same, deafened.
	 * @return a copy
	 */
	public UpdateVoiceState deafened() {
		return new UpdateVoiceState(this.guildId, this.channelId, this.selfMute, true);
	}

	@Override
	public Opcode opcode() {
		return Opcode.VOICE_STATE_UPDATE;
	}

}
