package io.github.discordgateway.model.component;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * One box to tick in a modal.
 *
 * @param type the kind of component
 * @param id number of the component in its message; {@code null} when absent
 * @param customId the developer's own id of the box
 * @param isDefault whether it is ticked beforehand; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/components/reference#checkbox-structure">Discord's
 * documentation</a>
 */
@JsonDeserialize
public record Checkbox(ComponentType type, @Nullable Integer id, String customId,
		@JsonProperty("default") @Nullable Boolean isDefault) implements Component {

}
