package io.github.discordgateway.model.modal;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.model.component.ComponentType;
import tools.jackson.databind.JsonNode;

/**
 * A component of a kind that this version does not know.
 *
 * @param json the whole component as it was sent
 */
public record UnknownModalSubmitComponent(@JsonValue JsonNode json) implements ModalSubmitComponent {

	@Override
	public ComponentType type() {
		return new ComponentType(this.json.path("type").asInt(0));
	}

}
