package io.github.discordgateway.model.component;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

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
@JsonDeserialize
public record TextDisplay(ComponentType type, @Nullable Integer id, String content) implements Component {

}
