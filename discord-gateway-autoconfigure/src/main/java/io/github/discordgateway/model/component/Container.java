package io.github.discordgateway.model.component;

import java.util.List;

import io.github.discordgateway.model.Kind;
import io.github.discordgateway.model.RecordValues;
import org.jspecify.annotations.Nullable;

/**
 * A frame around components.
 *
 * @param type the kind of component
 * @param id number of the component in its message; {@code null} when absent
 * @param components what stands in the frame
 * @param accentColor the colour of the bar at its side, 0xRRGGBB; {@code null} when
 * absent
 * @param spoiler whether it is blurred, by default not; {@code false} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/components/reference#container-container-structure">Discord's
 * documentation</a>
 */
@Kind("17")
public record Container(ComponentType type, @Nullable Integer id, List<MessageComponent> components,
		@Nullable Integer accentColor, boolean spoiler) implements MessageComponent {

	public Container {
		components = RecordValues.listOrEmpty(components);
	}

	/**
	 * A frame around other components.
	 * @param components action rows, texts, sections, galleries, separators and files
	 * @return the container
	 */
	public static Container of(MessageComponent... components) {
		return new Container(ComponentType.CONTAINER, null, List.of(components), null, false);
	}

}
