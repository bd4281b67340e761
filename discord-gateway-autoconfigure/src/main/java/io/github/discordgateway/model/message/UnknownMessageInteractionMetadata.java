package io.github.discordgateway.model.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.model.interaction.InteractionType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * An interaction of a kind that this version does not know.
 *
 * @param json the whole object as it was sent
 */
@JsonDeserialize
public record UnknownMessageInteractionMetadata(@JsonValue JsonNode json) implements MessageInteractionMetadata {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public UnknownMessageInteractionMetadata {
	}

	@Override
	public InteractionType type() {
		return new InteractionType(this.json.path("type").asInt(0));
	}

}
