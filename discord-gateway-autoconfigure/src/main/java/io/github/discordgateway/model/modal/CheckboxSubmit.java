package io.github.discordgateway.model.modal;

import io.github.discordgateway.model.component.ComponentType;
import tools.jackson.databind.annotation.JsonDeserialize;

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
@JsonDeserialize
public record CheckboxSubmit(ComponentType type, int id, String customId,
		boolean value) implements ModalSubmitComponent {

}
