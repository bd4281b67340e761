package io.github.discordgateway.model.presence;

import org.jspecify.annotations.Nullable;

/**
 * Activity images.
 *
 * @param largeImage asset id or mp: path; {@code null} when absent
 * @param largeText hover text; {@code null} when absent
 * @param largeUrl link; {@code null} when absent
 * @param smallImage asset id or mp: path; {@code null} when absent
 * @param smallText hover text; {@code null} when absent
 * @param smallUrl link; {@code null} when absent
 * @param inviteCoverImage invite banner; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#activity-object-activity-assets">Discord's
 * documentation</a>
 */
public record ActivityAssets(@Nullable String largeImage, @Nullable String largeText, @Nullable String largeUrl,
		@Nullable String smallImage, @Nullable String smallText, @Nullable String smallUrl,
		@Nullable String inviteCoverImage) {

}
