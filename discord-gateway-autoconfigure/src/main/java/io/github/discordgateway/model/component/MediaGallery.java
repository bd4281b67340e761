package io.github.discordgateway.model.component;

import java.util.Arrays;
import java.util.List;

import io.github.discordgateway.model.Kind;
import io.github.discordgateway.model.RecordValues;
import org.jspecify.annotations.Nullable;

/**
 * Pictures and videos side by side.
 *
 * @param type the kind of component
 * @param id number of the component in its message; {@code null} when absent
 * @param items the pictures and videos, one to ten
 * @see <a href=
 * "https://discord.com/developers/docs/components/reference#media-gallery-media-gallery-structure">Discord's
 * documentation</a>
 */
@Kind("12")
public record MediaGallery(ComponentType type, @Nullable Integer id,
		List<MediaGalleryItem> items) implements MessageComponent {

	public MediaGallery {
		items = RecordValues.listOrEmpty(items);
	}

	/**
	 * Pictures.
	 * @param urls 1 to 10 addresses, or {@code attachment://filename} for files that are
	 * sent along
	 * @return the gallery
	 */
	public static MediaGallery of(String... urls) {
		return new MediaGallery(ComponentType.MEDIA_GALLERY, null,
				Arrays.stream(urls).map(MediaGalleryItem::of).toList());
	}

}
