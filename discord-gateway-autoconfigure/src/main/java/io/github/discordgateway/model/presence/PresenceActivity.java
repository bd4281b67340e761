package io.github.discordgateway.model.presence;

import java.util.List;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.expression.Emoji;
import org.jspecify.annotations.Nullable;

/**
 * What a user does, as told by the user's programs: no value of it is to be trusted.
 *
 * @param name its name
 * @param type which kind it is
 * @param url address of the stream; {@code null} when absent
 * @param createdAt when it was added, in Unix milliseconds
 * @param timestamps when it began and will end; {@code null} when absent
 * @param applicationId id of the application, mostly a game; {@code null} when absent
 * @param statusDisplayType which text is shown in the list of members; {@code null} when
 * absent
 * @param details what is being done; {@code null} when absent
 * @param detailsUrl address that the details lead to; {@code null} when absent
 * @param state the state of the party, or the text of a custom status; {@code null} when
 * absent
 * @param stateUrl address that the state leads to; {@code null} when absent
 * @param emoji the emoji of a custom status; {@code null} when absent
 * @param party the party that the user is in; {@code null} when absent
 * @param assets its pictures; {@code null} when absent
 * @param secrets the secrets by which others can join; {@code null} when absent
 * @param instance whether it is one match of several; {@code false} when absent
 * @param flags the flags that are set; {@code null} when absent
 * @param buttons the texts on its buttons; empty when absent
 * @param id id of the activity; {@code null} when absent
 * @param syncId id of what is played, for Spotify of the track; {@code null} when absent
 * @param platform name of the platform that it runs on; {@code null} when absent
 * @param sessionId id of the session; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#activity-object-activity-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record PresenceActivity(String name, ActivityType type, @Nullable String url, long createdAt,
		@Nullable ActivityTimestamps timestamps, @Nullable Snowflake applicationId,
		@Nullable StatusDisplayType statusDisplayType, @Nullable String details, @Nullable String detailsUrl,
		@Nullable String state, @Nullable String stateUrl, @Nullable Emoji emoji, @Nullable ActivityParty party,
		@Nullable ActivityAssets assets, @Nullable ActivitySecrets secrets, boolean instance,
		@Nullable ActivityFlags flags, List<String> buttons, @Nullable String id, @Nullable String syncId,
		@Nullable String platform, @Nullable String sessionId) {

	public PresenceActivity {
		buttons = RecordValues.listOrEmpty(buttons);
	}

}
