package io.github.discordgateway.model.interaction;

import com.fasterxml.jackson.annotation.JsonValue;
import tools.jackson.databind.JsonNode;

/**
 * The body of an interaction of a kind that this version does not know.
 *
 * @param json the whole body as it was sent
 */
public record UnknownInteractionData(@JsonValue JsonNode json) implements InteractionData {

}
