package io.github.discordgateway.command;

import java.util.Arrays;
import java.util.List;

import io.github.discordgateway.Opcode;
import io.github.discordgateway.Snowflake;
import org.springframework.util.Assert;

/**
 * Asks for the soundboard sounds of guilds. Discord answers with one SOUNDBOARD_SOUNDS
 * for each; no intent is needed.
 *
 * @param guildIds the guilds, at least one, all of the shard that asks
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#request-soundboard-sounds">Request
 * soundboard sounds</a>
 */
public record RequestSoundboardSounds(List<Snowflake> guildIds) implements GatewayCommand {

	/**
	 * Keeps a copy of the ids.
	 * @throws IllegalArgumentException when there is no guild, or one of them is missing
	 */
	public RequestSoundboardSounds {
		Assert.notEmpty(guildIds, "A request for soundboard sounds needs a guild: give at least one id");
		Assert.noNullElements(guildIds, "A request for soundboard sounds takes no null among its guilds: leave it out");
		guildIds = List.copyOf(guildIds);
	}

	/**
	 * Asks for the sounds of some guilds.
	 * @param guildIds the guilds, at least one
	 * @return the command
	 */
	public static RequestSoundboardSounds of(Snowflake... guildIds) {
		return new RequestSoundboardSounds(Arrays.asList(guildIds));
	}

	@Override
	public Opcode opcode() {
		return Opcode.REQUEST_SOUNDBOARD_SOUNDS;
	}

}
