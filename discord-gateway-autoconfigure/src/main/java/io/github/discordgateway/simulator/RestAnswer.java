package io.github.discordgateway.simulator;

import java.util.Collection;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * What an operation answers.
 *
 * @param status the HTTP status
 * @param body the JSON; {@code null} for none
 */
record RestAnswer(int status, @Nullable JsonNode body) {

	static final RestAnswer NO_CONTENT = new RestAnswer(204, null);

	static RestAnswer of(JsonNode body) {
		return new RestAnswer(200, body);
	}

	static RestAnswer created(JsonNode body) {
		return new RestAnswer(201, body);
	}

	static RestAnswer list(Collection<? extends JsonNode> bodies) {
		ArrayNode list = ObjectPayloads.template("{}").putArray("list");
		list.addAll(bodies);
		return of(list);
	}

}
