package io.github.discordgateway.model.presence;

import io.github.discordgateway.DiscordJson;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of an activity.
 *
 * @param largeImage id of the picture, or its path after {@code mp:}; {@code null} when
 * absent
 * @param largeText the text that is shown over the picture; {@code null} when absent
 * @param largeUrl address that it leads to; {@code null} when absent
 * @param smallImage id of the picture, or its path after {@code mp:}; {@code null} when
 * absent
 * @param smallText the text that is shown over the picture; {@code null} when absent
 * @param smallUrl address that it leads to; {@code null} when absent
 * @param inviteCoverImage picture of invitations, its id or its path after {@code mp:};
 * {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#activity-object-activity-assets">Discord's
 * documentation</a>
 */
@DiscordJson
public record ActivityAssets(@Nullable String largeImage, @Nullable String largeText, @Nullable String largeUrl,
		@Nullable String smallImage, @Nullable String smallText, @Nullable String smallUrl,
		@Nullable String inviteCoverImage) {

}
