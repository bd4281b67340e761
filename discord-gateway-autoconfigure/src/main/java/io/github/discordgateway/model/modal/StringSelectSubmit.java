package io.github.discordgateway.model.modal;

import java.util.List;

import io.github.discordgateway.model.Kind;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.component.ComponentType;

/**
 * Texts that were chosen.
 *
 * @param type the kind of component
 * @param id number of the component in its modal
 * @param customId the developer's own id of the menu
 * @param values the developer's values of the choices
 * @see <a href=
 * "https://discord.com/developers/docs/components/reference#string-select-string-select-interaction-response-structure">Discord's
 * documentation</a>
 */
@Kind("3")
public record StringSelectSubmit(ComponentType type, int id, String customId,
		List<String> values) implements ModalSubmitComponent {

	public StringSelectSubmit {
		values = RecordValues.listOrEmpty(values);
	}

}
