package io.github.discordgateway.model.message;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.model.interaction.InteractionType;
import tools.jackson.databind.JsonNode;

/**
 * An interaction of a kind that this version does not know.
 *
 * @param json the whole object as it was sent
 */
public record UnknownMessageInteractionMetadata(@JsonValue JsonNode json) implements MessageInteractionMetadata {

	@Override
	public InteractionType type() {
		return new InteractionType(this.json.path("type").asInt(0));
	}

}
