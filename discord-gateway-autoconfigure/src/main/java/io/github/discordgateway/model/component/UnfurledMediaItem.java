package io.github.discordgateway.model.component;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * A picture, video or file of a component, as Discord has found it.
 *
 * @param url where it comes from
 * @param proxyUrl where Discord serves it; {@code null} when absent
 * @param height its height in pixels; {@code null} when absent
 * @param width its width in pixels; {@code null} when absent
 * @param placeholder a ThumbHash to show while it is loaded; {@code null} when absent
 * @param placeholderVersion version of that placeholder; {@code null} when absent
 * @param contentType its media type; {@code null} when absent
 * @param flags what else is known of it; {@code null} when absent
 * @param attachmentId id of the attachment, when it was uploaded with the message;
 * {@code null} when absent
 * @param loadingState how far Discord is with loading it; {@code null} when absent
 * @param id id of the item; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/components/reference#unfurled-media-item-unfurled-media-item-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record UnfurledMediaItem(String url, @Nullable String proxyUrl, @Nullable Integer height,
		@Nullable Integer width, @Nullable String placeholder, @Nullable Integer placeholderVersion,
		@Nullable String contentType, @Nullable UnfurledMediaItemFlags flags, @Nullable Snowflake attachmentId,
		@Nullable UnfurledMediaItemLoadingState loadingState, @Nullable Snowflake id) {

	/**
	 * A picture or file to send.
	 * @param url its address, or {@code attachment://filename} for a file that is sent
	 * along
	 * @return the picture or file
	 */
	public static UnfurledMediaItem of(String url) {
		return new UnfurledMediaItem(url, null, null, null, null, null, null, null, null, null, null);
	}

}
