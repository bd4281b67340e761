package io.github.discordgateway.model.component;

import io.github.discordgateway.model.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A small picture.
 *
 * @param type the kind of component
 * @param id number of the component in its message; {@code null} when absent
 * @param media the picture
 * @param description what it shows, for those who do not see it; {@code null} when absent
 * @param spoiler whether it is blurred, by default not; {@code false} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/components/reference#thumbnail-thumbnail-structure">Discord's
 * documentation</a>
 */
@Kind("11")
public record Thumbnail(ComponentType type, @Nullable Integer id, UnfurledMediaItem media, @Nullable String description,
		boolean spoiler) implements MessageComponent {

	/**
	 * A small picture beside a section.
	 * @param url its address, or {@code attachment://filename} for a file that is sent
	 * along
	 * @return the thumbnail
	 */
	public static Thumbnail of(String url) {
		return new Thumbnail(ComponentType.THUMBNAIL, null, UnfurledMediaItem.of(url), null, false);
	}

}
