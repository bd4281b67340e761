package io.github.discordgateway.model.interaction;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * The body of an interaction of a kind that this version does not know.
 *
 * @param json the whole body as it was sent
 */
@JsonDeserialize
public record UnknownInteractionData(@JsonValue JsonNode json) implements InteractionData {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public UnknownInteractionData {
	}

}
