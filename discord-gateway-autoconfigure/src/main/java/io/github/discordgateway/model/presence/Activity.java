package io.github.discordgateway.model.presence;

import java.util.List;

import io.github.discordgateway.model.OrEmpty;
import io.github.discordgateway.model.expression.Emoji;
import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * What a user does, as told by the user's programs: no value of it is to be trusted.
 *
 * @param name name
 * @param type kind
 * @param url stream url; {@code null} when absent
 * @param createdAt unix ms it was added
 * @param timestamps start and end; {@code null} when absent
 * @param applicationId id of the game app; {@code null} when absent
 * @param statusDisplayType field shown in the member list; {@code null} when absent
 * @param details what is being done; {@code null} when absent
 * @param detailsUrl link of details; {@code null} when absent
 * @param state party state or custom status text; {@code null} when absent
 * @param stateUrl link of state; {@code null} when absent
 * @param emoji custom status emoji; {@code null} when absent
 * @param party party; {@code null} when absent
 * @param assets images; {@code null} when absent
 * @param secrets join secrets; {@code null} when absent
 * @param instance instanced match; {@code null} when absent
 * @param flags bit set; {@code null} when absent
 * @param buttons button labels; objects only when sending; empty when absent
 * @param id activity id; {@code null} when absent
 * @param syncId Spotify track; {@code null} when absent
 * @param platform platform name; {@code null} when absent
 * @param sessionId activity session; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#activity-object-activity-structure">Discord's
 * documentation</a>
 */
public record Activity(String name, ActivityType type, @Nullable String url, long createdAt,
		@Nullable ActivityTimestamps timestamps, @Nullable Snowflake applicationId,
		@Nullable StatusDisplayType statusDisplayType, @Nullable String details, @Nullable String detailsUrl,
		@Nullable String state, @Nullable String stateUrl, @Nullable Emoji emoji, @Nullable ActivityParty party,
		@Nullable ActivityAssets assets, @Nullable ActivitySecrets secrets, @Nullable Boolean instance,
		@Nullable ActivityFlags flags, List<String> buttons, @Nullable String id, @Nullable String syncId,
		@Nullable String platform, @Nullable String sessionId) {

	public Activity {
		buttons = OrEmpty.list(buttons);
	}

}
