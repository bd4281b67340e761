package io.github.discordgateway.model.presence;

import java.util.List;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.user.PartialUser;
import org.jspecify.annotations.Nullable;

/**
 * What a user is seen to do; nothing but the user's id and the guild is to be relied on.
 *
 * @param user the user, of whom only the id is always told
 * @param guildId id of the guild; {@code null} when absent
 * @param status the status, never invisible; {@code null} when absent
 * @param activities what the user does; empty when absent
 * @param clientStatus the status on each platform; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#presence-update-presence-update-event-fields">Discord's
 * documentation</a>
 */
@DiscordJson
public record Presence(PartialUser user, @Nullable Snowflake guildId, @Nullable PresenceStatus status,
		List<PresenceActivity> activities, @Nullable ClientStatus clientStatus) {

	public Presence {
		activities = RecordValues.listOrEmpty(activities);
	}

}
