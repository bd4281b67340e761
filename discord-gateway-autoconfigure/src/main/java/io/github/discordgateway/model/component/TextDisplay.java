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

}
