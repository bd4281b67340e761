package io.github.discordgateway.command;

import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.discordgateway.Opcode;
import io.github.discordgateway.Snowflake;
import org.springframework.util.Assert;

/**
 * Asks for what the channels of a guild do not carry in their objects. Discord answers
 * with CHANNEL_INFO; no intent is needed.
 *
 * @param guildId the guild
 * @param fields what to tell of each channel, at least one field; one that is named twice
 * counts once
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#request-channel-info">Request
 * channel info</a>
 */
public record RequestChannelInfo(Snowflake guildId, List<Field> fields) implements GatewayCommand {

	/**
	 * Keeps a copy of the fields.
	 * @throws IllegalArgumentException when the guild or a field is missing
	 */
	public RequestChannelInfo {
		Assert.notNull(guildId, "A request for channel info needs a guild: give its id");
		Assert.notEmpty(fields, "A request for channel info needs a field: give STATUS, VOICE_START_TIME or both");
		Assert.noNullElements(fields, "A request for channel info takes no null among its fields: leave it out");
		fields = fields.stream().distinct().toList();
	}

	/**
	 * Asks for some fields.
	 * @param guildId the guild
	 * @param fields what to tell of each channel, at least one
	 * @return the command
	 */
	public static RequestChannelInfo of(Snowflake guildId, Field... fields) {
		return new RequestChannelInfo(guildId, Arrays.asList(fields));
	}

	@Override
	public Opcode opcode() {
		return Opcode.REQUEST_CHANNEL_INFO;
	}

	/**
	 * What can be asked for.
	 */
	public enum Field {

		/** The status text of a voice channel. */
		@JsonProperty("status")
		STATUS,

		/** When the present session in a voice channel began. */
		@JsonProperty("voice_start_time")
		VOICE_START_TIME

	}

}
