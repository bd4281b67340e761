package io.github.discordgateway.model.component;

import io.github.discordgateway.model.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Room between components, with or without a line.
 *
 * @param type the kind of component
 * @param id number of the component in its message; {@code null} when absent
 * @param divider whether there is a line, by default yes; {@code null} when absent
 * @param spacing how much room there is; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/components/reference#separator-separator-structure">Discord's
 * documentation</a>
 */
@Kind("14")
public record Separator(ComponentType type, @Nullable Integer id, @Nullable Boolean divider,
		@Nullable SeparatorSpacing spacing) implements MessageComponent {

}
