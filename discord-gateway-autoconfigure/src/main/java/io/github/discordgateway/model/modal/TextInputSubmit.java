package io.github.discordgateway.model.modal;

import io.github.discordgateway.model.Kind;
import io.github.discordgateway.model.component.ComponentType;

/**
 * A text that was entered.
 *
 * @param type the kind of component
 * @param id number of the component in its modal
 * @param customId the developer's own id of the field
 * @param value the text
 * @see <a href=
 * "https://discord.com/developers/docs/components/reference#text-input-text-input-interaction-response-structure">Discord's
 * documentation</a>
 */
@Kind("4")
public record TextInputSubmit(ComponentType type, int id, String customId,
		String value) implements ModalSubmitComponent {

}
