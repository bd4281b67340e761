package io.github.discordgateway.model.component;

import io.github.discordgateway.DiscordJson;
import org.jspecify.annotations.Nullable;

/**
 * A picture or video of a gallery.
 *
 * @param media the picture or video
 * @param description what it shows, for those who do not see it; {@code null} when absent
 * @param spoiler whether it is blurred, by default not; {@code false} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/components/reference#media-gallery-media-gallery-item-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record MediaGalleryItem(UnfurledMediaItem media, @Nullable String description, boolean spoiler) {

	/**
	 * A picture.
	 * @param url its address, or {@code attachment://filename} for a file that is sent
	 * along
	 * @return the picture
	 */
	public static MediaGalleryItem of(String url) {
		return new MediaGalleryItem(UnfurledMediaItem.of(url), null, false);
	}

}
