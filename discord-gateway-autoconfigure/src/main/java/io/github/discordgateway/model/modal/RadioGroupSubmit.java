package io.github.discordgateway.model.modal;

import io.github.discordgateway.model.Kind;
import io.github.discordgateway.model.component.ComponentType;
import org.jspecify.annotations.Nullable;

/**
 * The choice that was taken of several.
 *
 * @param type the kind of component
 * @param id number of the component in its modal
 * @param customId the developer's own id of the group
 * @param value the developer's value of the choice; {@code null} when there is none
 * @see <a href=
 * "https://discord.com/developers/docs/components/reference#radio-group-interaction-response-structure">Discord's
 * documentation</a>
 */
@Kind("21")
public record RadioGroupSubmit(ComponentType type, int id, String customId,
		@Nullable String value) implements ModalSubmitComponent {

}
