package io.github.discordgateway.model.modal;

import io.github.discordgateway.model.Kind;
import io.github.discordgateway.model.component.ComponentType;

/**
 * Whether a box was ticked.
 *
 * @param type the kind of component
 * @param id number of the component in its modal
 * @param customId the developer's own id of the box
 * @param value whether it was ticked
 * @see <a href=
 * "https://discord.com/developers/docs/components/reference#checkbox-interaction-response-structure">Discord's
 * documentation</a>
 */
@Kind("23")
public record CheckboxSubmit(ComponentType type, int id, String customId,
		boolean value) implements ModalSubmitComponent {

}
