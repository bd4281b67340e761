package io.github.discordgateway.model.modal;

import java.util.List;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.Kind;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.component.ComponentType;
import io.github.discordgateway.model.message.ResolvedData;
import org.jspecify.annotations.Nullable;

/**
 * Users, roles or channels that were chosen.
 *
 * @param type the kind of component
 * @param id number of the component in its modal
 * @param customId the developer's own id of the menu
 * @param values ids of what was chosen
 * @param resolved the objects of these ids, which in practice are found with the whole
 * modal; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/components/reference#user-select-user-select-interaction-response-structure">Discord's
 * documentation</a>
 */
@Kind({ "5", "6", "7", "8" })
public record EntitySelectSubmit(ComponentType type, int id, String customId, List<Snowflake> values,
		@Nullable ResolvedData resolved) implements ModalSubmitComponent {

	public EntitySelectSubmit {
		values = RecordValues.listOrEmpty(values);
	}

}
