package io.github.discordgateway.model.interaction;

import java.util.List;

import io.github.discordgateway.model.Kind;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.component.ComponentType;
import io.github.discordgateway.model.message.ResolvedData;
import org.jspecify.annotations.Nullable;

/**
 * The component of a message that was used.
 *
 * @param customId the developer's own id of the component
 * @param componentType the kind of component
 * @param values what was chosen, for select menus: developers' values or ids; empty when
 * absent
 * @param resolved the objects of the ids that were chosen; {@code null} when absent
 * @param id number of the component in its message; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-message-component-data-structure">Discord's
 * documentation</a>
 */
@Kind("3")
public record MessageComponentInteractionData(String customId, ComponentType componentType, List<String> values,
		@Nullable ResolvedData resolved, @Nullable Integer id) implements InteractionData {

	public MessageComponentInteractionData {
		values = RecordValues.listOrEmpty(values);
	}

}
