package io.github.discordgateway.model.presence;

import java.util.List;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.model.RecordValues;
import org.jspecify.annotations.Nullable;

/**
 * The party that a user is in.
 *
 * @param id id of the party; {@code null} when absent
 * @param size the size of the party now, and at most; empty when absent
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#activity-object-activity-party">Discord's
 * documentation</a>
 */
@DiscordJson
public record ActivityParty(@Nullable String id, List<Integer> size) {

	public ActivityParty {
		size = RecordValues.listOrEmpty(size);
	}

}
