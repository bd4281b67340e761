package io.github.discordgateway.command;

import io.github.discordgateway.Opcode;
import io.github.discordgateway.Snowflake;
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
		return builder(guildId, channelId).build();
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
	 * Starts what the bot is to be in a voice channel, heard and hearing unless it is
	 * said otherwise.
	 * @param guildId the guild
	 * @param channelId the voice channel to join, to move to or to stay in
	 * @return a builder
	 * @throws IllegalArgumentException when there is no voice channel
	 */
	public static Builder builder(Snowflake guildId, Snowflake channelId) {
		Assert.notNull(channelId, "Joining needs a voice channel: give its id, or use leave");
		return new Builder(guildId, channelId);
	}

	@Override
	public Opcode opcode() {
		return Opcode.VOICE_STATE_UPDATE;
	}

	/**
	 * Puts together what the bot is to be in a voice channel. Not thread-safe.
	 */
	public static final class Builder {

		private final Snowflake guildId;

		private final Snowflake channelId;

		private boolean selfMute;

		private boolean selfDeaf;

		private Builder(Snowflake guildId, Snowflake channelId) {
			this.guildId = guildId;
			this.channelId = channelId;
		}

		/**
		 * Whether the bot mutes itself.
		 * @param selfMute by default not
		 * @return this builder
		 */
		public Builder selfMute(boolean selfMute) {
			this.selfMute = selfMute;
			return this;
		}

		/**
		 * Whether the bot deafens itself.
		 * @param selfDeaf by default not
		 * @return this builder
		 */
		public Builder selfDeaf(boolean selfDeaf) {
			this.selfDeaf = selfDeaf;
			return this;
		}

		/**
		 * Makes the command.
		 * @return the command
		 * @throws IllegalArgumentException when the guild is missing
		 */
		public UpdateVoiceState build() {
			return new UpdateVoiceState(this.guildId, this.channelId, this.selfMute, this.selfDeaf);
		}

	}

}
