package io.github.discordgateway.model.component;

import io.github.discordgateway.model.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A text in Markdown.
 *
 * @param type the kind of component
 * @param id number of the component in its message; {@code null} when absent
 * @param content the text
 * @see <a href=
 * "https://discord.com/developers/docs/components/reference#text-display-text-display-structure">Discord's
 * documentation</a>
 */
@Kind("10")
public record TextDisplay(ComponentType type, @Nullable Integer id, String content) implements MessageComponent {

	/**
	 * A text.
	 * @param content the text, in Markdown, 1 to 4000 characters
	 * @return the text
	 */
	public static TextDisplay of(String content) {
		return new TextDisplay(ComponentType.TEXT_DISPLAY, null, content);
	}

}
