package io.github.discordgateway.model.component;

import io.github.discordgateway.model.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A file that came with the message.
 *
 * @param type the kind of component
 * @param id number of the component in its message; {@code null} when absent
 * @param file the file
 * @param spoiler whether it is blurred, by default not; {@code false} when absent
 * @param name the file's name; {@code null} when absent
 * @param size the file's size in bytes; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/components/reference#file-file-structure">Discord's
 * documentation</a>
 */
@Kind("13")
public record FileComponent(ComponentType type, @Nullable Integer id, UnfurledMediaItem file, boolean spoiler,
		@Nullable String name, @Nullable Integer size) implements MessageComponent {

	/**
	 * A file that is sent along.
	 * @param filename its name
	 * @return the file
	 */
	public static FileComponent of(String filename) {
		return new FileComponent(ComponentType.FILE, null, UnfurledMediaItem.of("attachment://" + filename), false,
				null, null);
	}

}
