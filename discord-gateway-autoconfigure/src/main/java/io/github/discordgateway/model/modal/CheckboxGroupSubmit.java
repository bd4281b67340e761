package io.github.discordgateway.model.modal;

import java.util.List;

import io.github.discordgateway.model.Kind;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.component.ComponentType;

/**
 * The choices that were taken of several.
 *
 * @param type the kind of component
 * @param id number of the component in its modal
 * @param customId the developer's own id of the group
 * @param values the developer's values of the choices
 * @see <a href=
 * "https://discord.com/developers/docs/components/reference#checkbox-group-interaction-response-structure">Discord's
 * documentation</a>
 */
@Kind("22")
public record CheckboxGroupSubmit(ComponentType type, int id, String customId,
		List<String> values) implements ModalSubmitComponent {

	public CheckboxGroupSubmit {
		values = RecordValues.listOrEmpty(values);
	}

}
