package io.github.discordgateway.model.modal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.model.component.ComponentType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A component of a kind that this version does not know.
 *
 * @param json the whole component as it was sent
 */
@JsonDeserialize
public record UnknownModalSubmitComponent(@JsonValue JsonNode json) implements ModalSubmitComponent {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public UnknownModalSubmitComponent {
	}

	@Override
	public ComponentType type() {
		return new ComponentType(this.json.path("type").asInt(0));
	}

}
